#pragma once
#include "app/shell.h"
#include "core/jobs/picture_job.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace aq {

class InspectorPanel;

/// The tensor inspector: a dock that follows the tensor which is selected in the table. Tensors are
/// read in the background, one at a time; a newer wish cancels the older one. Nothing is read while
/// the dock is hidden.
class InspectorPart final : public QObject {
    Q_OBJECT
public:
    InspectorPart(Shell& shell, QObject* parent);
    ~InspectorPart() override;

    InspectorPanel& panel() { return *m_panel; }

private:
    void connectSession();
    void select(const QString& name);
    void show();    ///< The dock, for the tensor that is selected.
    void askSoon(); ///< Selections in quick succession are asked for once.
    void ask();
    void askForMaps();
    void take();
    void takeMaps();
    void findWritten();
    std::optional<PictureRequest> request() const;
    QString about(const PictureRequest& request) const;

    Shell& m_shell;
    InspectorPanel* m_panel;
    QDockWidget* m_dock;
    QThreadPool m_pool;
    QTimer m_soon;
    QElapsedTimer m_clock; ///< Since the last picture was asked for.
    QString m_name;        ///< Of the tensor that is selected; empty: none.
    ModelSource m_written; ///< The file that the session wrote last.
    QString m_writtenPath;
    std::optional<PictureRequest> m_asked; ///< Whose picture is shown or on its way.
    QFutureWatcher<Pictured> m_pictures, m_maps;
};

} // namespace aq
