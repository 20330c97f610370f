#pragma once
#include "app/shell.h"

#include <QObject>

namespace aq {

/// What's This for whole pages, and links in it that lead into the guide: "guide:glossary".
class HelpPart final : public QObject {
    Q_OBJECT
public:
    HelpPart(Shell& shell, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Shell& m_shell;
};

} // namespace aq
