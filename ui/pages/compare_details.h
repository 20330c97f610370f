#pragma once
#include "ui/charts/histogram_strip.h"

#include <QTabWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace aq {

class ChartFrame;
class DifferenceFilter;
class DifferenceModel;

/// The lower half of the compare page: the tensors that differ, and the histograms of the one that
/// is selected.
class CompareDetails final : public QTabWidget {
    Q_OBJECT
public:
    explicit CompareDetails(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    void showBlock(const QString& block); ///< Its tensors only.
    /// Histograms of the tensor that was asked for with tensorWished().
    void setHistograms(const QString& tensor, std::vector<HistogramStrip::Panel> panels);
    QString currentTensor() const; ///< Empty: none.

Q_SIGNALS:
    /// The histograms of this tensor are looked at; its position in the header.
    void tensorWished(int tensor);
    void planWished(const QString& tensor); ///< Show it in the table of the plan.

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTable();
    QWidget* makeHistograms();
    void makeColumns();
    void showCount();
    void takeCurrent();
    void copySelection() const;
    void askForHistograms();

    std::shared_ptr<const TrialsView> m_view;
    DifferenceModel* m_model;
    DifferenceFilter* m_filter;
    QTableView* m_table;
    QLineEdit* m_text;
    QCheckBox* m_only;
    QLabel* m_count;
    QPushButton *m_plan, *m_look;
    HistogramStrip* m_strip;
    TrialTable* m_bins;
    ChartFrame* m_frame;
    QString m_tensor;          ///< Current.
    QString m_shown;           ///< Whose histograms are shown.
    std::size_t m_columns = 0; ///< Trials that the columns were made for.
};

} // namespace aq
