#pragma once
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"
#include "ui/models/findings_model.h"
#include "ui/models/tensor_row.h"
#include "ui/widgets/importance_row.h"

#include <QHash>
#include <QTimer>
#include <QWidget>
#include <optional>

class QLabel;
class QSplitter;
class QTabWidget;

namespace aq {

class ArchitectureBanner;
class EstimateStrip;
class FindingsPanel;
struct ActionChoice;
class PlanPanel;
class PresetBar;
class TensorBrowser;

/// The home of an open model: its tensors on the left, what is wished for them on the right, what
/// comes of it below. Shows values and reports wishes; the app makes the plan.
///
/// Every edit is reported once, as a whole recipe; the page already shows it. The answer is a
/// setPlan() (or setPlanProblems()), whenever it is ready. Undo is a setRecipe() and a setPlan().
/// Keys that belong to the page: Ctrl+F (filter), F5 (try), Ctrl+C in the table.
class PlanPage final : public QWidget {
    Q_OBJECT

public:
    explicit PlanPage(QWidget* parent = nullptr);

    /// A model was opened; an earlier plan and report are forgotten.
    void setModel(
        const ModelHeader& header, const QString& title, const Recognition& recognised = {});
    void setModel(HeaderPtr header, const QString& title, const Recognition& recognised = {});
    void setRecipe(const Recipe& recipe); ///< Never answered with recipeEdited().
    void setPlan(const QuantPlan& plan);  ///< For the model of setModel(). Clears the problems.
    void setPlan(PlanPtr plan);
    /// What stands in the way of the plan last set. Each setPlan() begins without findings.
    void setFindings(const FindingsPtr& findings);
    void setImportance(const ImportanceState& state); ///< Of the recipe's importance file.
    void setImportanceFile(const QString& path);      ///< The person chose it: an edit.
    void showFindings();
    void showTensor(const QString& name); ///< Makes it current in the table; nothing when unknown.
    void setReport(const ValidationReport* report); ///< Errors of a trial or a run; null: none.
    void setReport(ReportPtr report);
    /// Per pattern "12 tensors", or why it does not work.
    void setMatchCounts(const QHash<QString, QString>& counts);
    void setEstimates(const QHash<QString, qint64>& bytes); ///< Output size per profile id.
    /// Relative RMSE per profile id, as measured on this model; absent: not measured.
    void setExpectedErrors(const QHash<QString, double>& errors);
    PresetBar& presets() { return *m_presets; } ///< Above the settings; the app fills it.
    void setBusy(bool busy); ///< A plan is being made, or a trial runs: Try and Quantize wait.
    void setPlanProblems(const QStringList& problems); ///< Why there is no plan; empty: none.
    void setPlanNotes(const QStringList& notes);       ///< Preflight notes; they forbid nothing.

    const Recipe& recipe() const; ///< As shown.

    QByteArray viewState() const; ///< Columns, splitter, tree or list: for the settings.
    bool restoreViewState(const QByteArray& state);

Q_SIGNALS:
    /// The person changed something. `what` names the undo step: "Set group size to 64".
    void recipeEdited(const aq::Recipe& recipe, const QString& what);
    void patternsShown(const QStringList& patterns); ///< Counts are wanted for these.
    void measureRequested();
    void quantizeRequested();
    void fitRequested();            ///< Wants the file fitted to a size.
    void importanceFileRequested(); ///< Wants a setImportanceFile() with what is chosen.
    void currentTensorChanged(const QString& name); ///< Empty: none, or a block.
    void inspectRequested(const QString& name);     ///< The person wants to see its values.

private:
    void connectParts();
    void repair(const Repair& repair, const QString& what);
    void chooseArchitecture(const QString& id);
    void showRecognition(const Recognition& recognition);
    void edit(const Recipe& recipe, const QString& what);
    void overrideTensors(const QStringList& names, const ActionChoice& choice);
    void addPattern(const QStringList& names);
    void showPatterns();
    void showRows();
    void makeRows();
    void lock(const QStringList& names);

    QLabel* m_title;
    ArchitectureBanner* m_banner;
    TensorBrowser* m_browser;
    PresetBar* m_presets;
    PlanPanel* m_panel;
    QWidget* m_settings; ///< The tab with both.
    FindingsPanel* m_findingsPanel;
    QTabWidget* m_tabs;
    EstimateStrip* m_strip;
    QSplitter* m_splitter;

    HeaderPtr m_header;  ///< Never null.
    QStringList m_names; ///< Of its tensors.
    Recipe m_recipe;
    PlanPtr m_plan;
    ReportPtr m_report;
    std::optional<RowMaker> m_rowMaker; ///< While the lines of many tensors are being made.
    QTimer m_rowTimer;
    QStringList m_patterns; ///< Those of the last patternsShown().
};

} // namespace aq
