#include "ui/widgets/fit_controls.h"

#include "ui/charts/chart_axis.h"
#include "ui/text/units.h"
#include "ui/widgets/recipe_section.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSlider>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr int steps = 1000;    ///< Of the slider.
constexpr int settleMs = 1200; ///< Without a change: the gesture has ended.

QDoubleSpinBox* spinBox(const QString& name, const QString& toolTip)
{
    auto* box = new QDoubleSpinBox;
    box->setKeyboardTracking(false); // Not a fit per digit.
    box->setAccessibleName(name);
    box->setToolTip(toolTip);
    ignoreWheelWithoutFocus(*box);
    return box;
}

} // namespace

FitControls::FitControls(QWidget* parent)
    : QWidget(parent)
    , m_bySize(new QRadioButton(tr("Size at most:")))
    , m_byError(new QRadioButton(tr("Error at most:")))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_size(spinBox(tr("Size at most"), tr("Of the written file, header included")))
    , m_error(spinBox(
          tr("Error at most"), tr("Relative RMSE of all weights; the smallest file is looked for")))
    , m_share(new QLabel)
    , m_advice(new QLabel)
    , m_take(new QPushButton)
{
    m_bySize->setChecked(true);
    m_slider->setRange(0, steps);
    m_slider->setPageStep(steps / 20);
    m_slider->setAccessibleName(tr("Size of the file"));
    m_slider->setToolTip(tr("The best types for every size, as you drag"));
    ignoreWheelWithoutFocus(*m_slider);
    m_error->setSuffix(tr(" %"));
    m_error->setDecimals(3);
    m_error->setRange(0, 100);
    m_error->setSingleStep(0.1);
    m_share->setTextFormat(Qt::PlainText);
    m_share->setForegroundRole(QPalette::PlaceholderText);
    m_share->setAccessibleDescription(tr("share of the source"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setAccessibleDescription(tr("why nothing fits"));
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_bySize, 0, 0);
    grid->addWidget(m_size, 0, 1);
    grid->addWidget(m_share, 0, 2);
    grid->addWidget(m_slider, 1, 0, 1, 3);
    grid->addWidget(m_byError, 2, 0);
    grid->addWidget(m_error, 2, 1);
    grid->addWidget(m_advice, 3, 0, 1, 3);
    grid->addWidget(m_take, 4, 0, 1, 3, Qt::AlignLeft);
    m_advice->hide();
    m_take->hide();
    connectParts();
}

void FitControls::connectParts()
{
    connect(m_slider, &QSlider::valueChanged, this, &FitControls::takeSlider);
    connect(m_slider, &QSlider::sliderPressed, this, &FitControls::settled);
    connect(m_slider, &QSlider::sliderReleased, this, [this] { m_settle.start(); });
    connect(m_size, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_isShowing)
            wish(qint64(std::floor(value * m_unit)));
    });
    connect(m_error, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        if (m_isShowing)
            return;
        m_byError->setChecked(true);
        Q_EMIT errorWished(percent / 100);
        m_settle.start();
    });
    connect(m_bySize, &QRadioButton::clicked, this, [this] {
        Q_EMIT settled();
        wish(m_shown);
    });
    connect(m_byError, &QRadioButton::clicked, this, [this] {
        Q_EMIT settled();
        Q_EMIT errorWished(m_error->value() / 100);
    });
    connect(m_take, &QPushButton::clicked, this, [this] {
        Q_EMIT settled();
        if (m_byError->isChecked())
            Q_EMIT errorWished(m_leastError);
        else
            wish(m_smallest);
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (!m_slider->isSliderDown())
            Q_EMIT settled();
    });
}

void FitControls::focusSize() { m_slider->setFocus(); }

void FitControls::wish(qint64 bytes)
{
    m_bySize->setChecked(true);
    Q_EMIT bytesWished(bytes);
    m_settle.start();
}

void FitControls::takeSlider(int value)
{
    if (m_isShowing)
        return;
    const double share = double(value) / steps;
    wish(m_smallest + qint64(std::llround(share * double(m_reach - m_smallest))));
}

void FitControls::setView(const FitView& view)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_smallest = view.smallest;
    m_reach = std::max(view.reach, view.smallest);
    m_largest = view.largest;
    m_source = view.sourceBytes;
    m_leastError = view.leastError;
    if (view.wishedError > 0)
        m_byError->setChecked(true);
    else if (view.wishedBytes > 0)
        m_bySize->setChecked(true);
    showSize(view);
    showError(view);
    showAdvice(view);
}

void FitControls::showSize(const FitView& view)
{
    m_shown = view.wishedBytes > 0 ? view.wishedBytes : view.now ? view.now->bytes : view.reach;
    m_unit = byteUnit(std::max(1.0, double(m_largest) / 2));
    const double largest = double(m_largest) / m_unit;
    m_size->setSuffix(m_unit >= 1024.0 * 1024 * 1024 ? tr(" GiB")
            : m_unit >= 1024.0 * 1024                ? tr(" MiB")
                                                     : tr(" KiB"));
    m_size->setDecimals(largest < 20 ? 3 : largest < 200 ? 2 : 1);
    m_size->setSingleStep(largest < 2 ? 0.01 : largest < 20 ? 0.1 : 1);
    m_size->setRange(0, std::ceil(largest + 1));
    m_size->setValue(double(m_shown) / m_unit);
    const double span = double(std::max<qint64>(1, m_reach - m_smallest));
    if (!m_slider->isSliderDown())
        m_slider->setValue(int(std::lround(steps * double(m_shown - m_smallest) / span)));
    const QString share
        = m_source > 0 ? percentText(double(m_shown) / double(m_source)) : QString();
    m_share->setText(share.isEmpty() ? QString() : tr("%1 of the source").arg(share));
    m_slider->setAccessibleDescription(
        tr("%1, %2", "size, share of the source").arg(bytesText(m_shown), m_share->text()));
}

void FitControls::showError(const FitView& view)
{
    const double error = view.wishedError > 0 ? view.wishedError : view.now ? view.now->error : 0;
    m_error->setValue(100 * error);
}

void FitControls::showAdvice(const FitView& view)
{
    m_advice->setVisible(view.cannotFit);
    m_take->setVisible(view.cannotFit);
    if (view.wishedError > 0) {
        m_advice->setText(
            tr("Nothing is so close. The least error is %1.").arg(percentText(view.leastError)));
        m_take->setText(tr("Take %1").arg(percentText(view.leastError)));
    } else {
        m_advice->setText(
            tr("This cannot fit. The smallest file has %1.").arg(bytesText(view.smallest)));
        m_take->setText(tr("Take %1").arg(bytesText(view.smallest)));
    }
}

} // namespace aq
