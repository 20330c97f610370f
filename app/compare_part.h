#pragma once
#include "app/shell.h"
#include "core/jobs/picture_job.h"
#include "ui/charts/histogram_strip.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

namespace aq {

class ComparePage;
class Trials;
struct TrialsView;

/// The Compare page and its entries in the menus; hands the wishes of the page to the trials, and
/// looks at tensors for its histograms.
class ComparePart final : public QObject {
    Q_OBJECT
public:
    ComparePart(Shell& shell, QObject* parent);
    ~ComparePart() override;

    ComparePage& page() { return *m_page; }
    Trials& trials() { return *m_trials; }

private:
    void addMenu();
    void connectPanel();
    void connectSession();
    void showView();
    void showChoices();
    void addCurrent();
    void askForFile();
    void addFile(const QString& path);
    void askForReport();
    void use(int id);
    void quantize(int id);
    void lookAt(int tensor);
    void lookAtNext(); ///< One picture after the other: tensors may be large.
    std::optional<PictureRequest> requestFor(int tensor, int id);
    void takePicture(int generation, std::size_t panel, const Pictured& answer);
    void showPanels();

    Shell& m_shell;
    Trials* m_trials;
    ComparePage* m_page;
    QAction *m_addPlan, *m_addFile;
    QThreadPool m_pool;
    QFuture<Pictured> m_picture;
    QHash<QString, ModelSource> m_written;       ///< Files that were opened to look into.
    std::vector<HistogramStrip::Panel> m_panels; ///< Of the tensor that is looked at.
    std::vector<int> m_panelIds;                 ///< Their trials.
    QString m_tensor;
    int m_tensorAt = -1;
    int m_looks = 0;
};

} // namespace aq
