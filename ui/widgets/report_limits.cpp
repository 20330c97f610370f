#include "ui/widgets/report_limits.h"

#include "ui/text/units.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace aq {

ReportLimits::ReportLimits(QWidget* parent)
    : QWidget(parent)
    , m_minCosine(new QDoubleSpinBox)
    , m_floors(new QCheckBox(tr("Also the floors of each bit width")))
    , m_reset(new QPushButton(tr("Reset")))
{
    m_minCosine->setRange(0, 1);
    m_minCosine->setDecimals(4);
    m_minCosine->setSingleStep(0.01);
    m_minCosine->setKeyboardTracking(false); // Judged once it is typed, not by each digit of it.
    m_minCosine->setAccessibleName(tr("Minimum cosine"));
    m_minCosine->setToolTip(tr("Each quantized tensor must reach this cosine similarity"));
    m_floors->setToolTip(tr("Stricter limits that a sound quantization of this width reaches"));
    m_reset->setAccessibleName(tr("Reset the limits"));
    auto* caption = new QLabel(tr("&Minimum cosine:"));
    caption->setBuddy(m_minCosine);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 24, 0);
    grid->addWidget(caption, 0, 0);
    grid->addWidget(m_minCosine, 0, 1);
    grid->addWidget(m_reset, 0, 2);
    grid->addWidget(m_floors, 1, 0, 1, 3);
    grid->setRowStretch(2, 1);
    connect(m_minCosine, &QDoubleSpinBox::valueChanged, this, &ReportLimits::announce);
    connect(m_floors, &QCheckBox::toggled, this, &ReportLimits::announce);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setLimits(m_profile, m_profile);
        announce();
    });
    setLimits({}, {});
}

void ReportLimits::setLimits(const Thresholds& limits, const Thresholds& profile)
{
    const QSignalBlocker quietCosine(m_minCosine), quietFloors(m_floors);
    m_profile = profile;
    m_minCosine->setValue(limits.minCosine);
    m_floors->setChecked(limits.floorsPerWidth);
    m_reset->setEnabled(limits != profile);
    m_reset->setToolTip(limits == profile
            ? tr("These are the limits of the profile")
            : tr("Back to the profile: minimum cosine %1, and the floors")
                  .arg(cosineText(profile.minCosine)));
}

Thresholds ReportLimits::limits() const { return {m_minCosine->value(), m_floors->isChecked()}; }

void ReportLimits::announce()
{
    setLimits(limits(), m_profile);
    Q_EMIT changed(limits());
}

} // namespace aq
