#pragma once
#include "app/shell.h"

#include <QObject>

namespace aq {

class ChartSaveEvent;

/// Saves the charts of all pages: asks for a path, then writes in the background.
class ChartSavePart final : public QObject {
    Q_OBJECT
public:
    ChartSavePart(Shell& shell, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void ask(const ChartSaveEvent& wish);

    Shell& m_shell;
};

} // namespace aq
