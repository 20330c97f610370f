#include "ui/widgets/importance_row.h"

#include "core/base/printable.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QPushButton>

namespace aq {
namespace {

QString stateText(const QString& path, const ImportanceState& state)
{
    if (path.isEmpty())
        return ImportanceRow::tr("All columns matter alike.");
    if (state.path != path)
        return ImportanceRow::tr("Reading…");
    if (!state.problem.isEmpty())
        return ImportanceRow::tr("Cannot be used: %1").arg(printable(state.problem, 300));
    if (state.covered == 0)
        return ImportanceRow::tr("None of the quantized tensors uses it: no effect.");
    return ImportanceRow::tr("Used by %1 of %2 quantized tensors.")
        .arg(countText(state.covered), countText(state.quantized));
}

} // namespace

ImportanceRow::ImportanceRow(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel)
    , m_about(new QLabel)
    , m_choose(new QPushButton(tr("Choose file…")))
    , m_clear(new QPushButton(tr("Clear")))
{
    m_name->setAccessibleDescription(tr("importance file"));
    m_about->setAccessibleDescription(tr("importance coverage"));
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    const QString tip = tr("An imatrix file (.dat or .gguf): how much each input of a layer "
                           "mattered in a calibration run. Scales are chosen so that the inputs "
                           "that matter stay close.");
    m_choose->setToolTip(tip);
    m_choose->setAccessibleDescription(tip);
    m_clear->setToolTip(tr("All columns matter alike again"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_name, 0, 0, 1, 3);
    layout->addWidget(m_about, 1, 0, 1, 3);
    layout->addWidget(m_choose, 2, 0);
    layout->addWidget(m_clear, 2, 1);
    layout->setColumnStretch(2, 1);
    connect(m_choose, &QPushButton::clicked, this, &ImportanceRow::chooseRequested);
    connect(m_clear, &QPushButton::clicked, this, &ImportanceRow::cleared);
    update();
}

QWidget* ImportanceRow::chooser() const { return m_choose; }

void ImportanceRow::setPath(const QString& path)
{
    m_path = path;
    update();
}

void ImportanceRow::setState(const ImportanceState& state)
{
    m_state = state;
    update();
}

void ImportanceRow::update()
{
    const bool any = !m_path.isEmpty();
    const bool bad = any && m_state.path == m_path && !m_state.problem.isEmpty();
    m_name->setText(printable(QFileInfo(m_path).fileName(), 200));
    m_name->setToolTip(plainTip(m_path));
    m_name->setVisible(any);
    m_clear->setEnabled(any);
    m_about->setText(stateText(m_path, m_state));
    QPalette colours = palette();
    if (bad)
        colours.setColor(QPalette::WindowText, toneColor(Tone::Bad, colours));
    m_about->setPalette(colours);
    m_about->setForegroundRole(bad ? QPalette::WindowText : QPalette::PlaceholderText);
}

} // namespace aq
