#pragma once
#include <QTranslator>

namespace aq {

/// A text as a language that nobody speaks: accented, about 40 % longer, in brackets. Arguments
/// (%1, %n), mnemonics and markup stay.
///
///     "&Open %1…" -> "⟦&Ôpêñ %1… ôñê ţŵô⟧"
QString pseudoText(const QString& source);

/// Shows what is not translated (no brackets) and what does not fit (the closing bracket is cut
/// off) before a translator has to find it. AQ_LANGUAGE=pseudo starts the program with it.
class PseudoTranslator final : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation = nullptr,
        int n = -1) const override;
    bool isEmpty() const override { return false; }
};

} // namespace aq
