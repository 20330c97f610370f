#pragma once
#include "core/validate/validation_report.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QPushButton;

namespace aq {

/// The limits a report is judged by, to be changed; and back to those of its profile.
class ReportLimits final : public QWidget {
    Q_OBJECT
public:
    explicit ReportLimits(QWidget* parent = nullptr);

    void setLimits(const Thresholds& limits, const Thresholds& profile); ///< Tells nobody.
    Thresholds limits() const;

Q_SIGNALS:
    void changed(const aq::Thresholds& limits);

private:
    void announce();

    QDoubleSpinBox* m_minCosine;
    QCheckBox* m_floors;
    QPushButton* m_reset;
    Thresholds m_profile;
};

} // namespace aq
