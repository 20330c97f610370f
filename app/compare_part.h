#pragma once
#include "app/shell.h"

#include <QObject>

namespace aq {

class ComparePage;
class TrialPictures;
class Trials;

/// The Compare page and its entries in the menus; hands the wishes of the page to the trials, and
/// looks at tensors for its histograms.
class ComparePart final : public QObject {
    Q_OBJECT
public:
    ComparePart(Shell& shell, QObject* parent);

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

    Shell& m_shell;
    Trials* m_trials;
    TrialPictures* m_pictures;
    ComparePage* m_page;
    QAction *m_addPlan, *m_addFile;
};

} // namespace aq
