#pragma once
#include "ui/models/fit_view.h"

#include <QTimer>
#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QSlider;

namespace aq {

/// The wish of a fit: a size, by slider or number, or an error that is not exceeded.
class FitControls final : public QWidget {
    Q_OBJECT
public:
    explicit FitControls(QWidget* parent = nullptr);
    void setView(const FitView& view); ///< Tells nobody.
    void focusSize();

Q_SIGNALS:
    void bytesWished(qint64 bytes); ///< Largest size of the file.
    void errorWished(double error); ///< Largest relative RMSE.
    void settled();                 ///< The person has let go: what comes next is another step.

private:
    void connectParts();
    void showSize(const FitView& view);
    void showError(const FitView& view);
    void showAdvice(const FitView& view);
    void wish(qint64 bytes);
    void takeSlider(int value);

    QRadioButton *m_bySize, *m_byError;
    QSlider* m_slider;
    QDoubleSpinBox *m_size, *m_error;
    QLabel *m_share, *m_advice;
    QPushButton* m_take; ///< The nearest that can be had.
    QTimer m_settle;
    qint64 m_smallest = 0, m_reach = 0, m_largest = 0, m_source = 0, m_shown = 0;
    double m_unit = 1, m_leastError = 0;
    bool m_isShowing = false;
};

} // namespace aq
