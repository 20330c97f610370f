#pragma once
#include "core/base/result.h"

#include <QRegularExpression>

namespace aq {

/// A compiled tensor-name pattern: glob against the whole name, or `re:` + regex found anywhere.
class Pattern {
public:
    static Result<Pattern> compile(QStringView text); ///< InvalidPlan with position and reason.
    bool matches(const QString& name) const;

private:
    QRegularExpression m_regex;
};

} // namespace aq
