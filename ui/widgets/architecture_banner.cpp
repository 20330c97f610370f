#include "ui/widgets/architecture_banner.h"

#include "core/base/printable.h"
#include "ui/theme.h"
#include "ui/widgets/elided_label.h"

#include <QActionGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace aq {
namespace {

QString foundNames(const Recognition& recognition)
{
    const QString first = printable(recognition.evidence.value(0), 200);
    const qsizetype others = recognition.evidence.size() - 1;
    return others < 1 ? first
        : others == 1
        ? ArchitectureBanner::tr("%1 and 1 more name").arg(first)
        : ArchitectureBanner::tr("%1 and %2 more names").arg(first, QString::number(others));
}

QString reasonOf(const Recognition& recognition)
{
    if (!recognition.architecture)
        return recognition.isChosen
            ? ArchitectureBanner::tr(
                "as you chose; nothing is kept for it, and no file will name it")
            : ArchitectureBanner::tr(
                "none of the known networks; that is fine, but nothing is kept exact for it");
    if (recognition.evidence.isEmpty())
        return ArchitectureBanner::tr("as you chose, although its names are not in this model");
    return recognition.isChosen
        ? ArchitectureBanner::tr("as you chose; it has %1").arg(foundNames(recognition))
        : ArchitectureBanner::tr("recognised by %1").arg(foundNames(recognition));
}

} // namespace

QString architectureTitle(const Recognition& recognition)
{
    return recognition.architecture ? recognition.architecture->title
        : recognition.isChosen      ? ArchitectureBanner::tr("No architecture")
                                    : ArchitectureBanner::tr("Unknown architecture");
}

QString evidenceText(const Recognition& recognition)
{
    const QString reason = reasonOf(recognition);
    return recognition.prefix.isEmpty()
        ? reason
        : ArchitectureBanner::tr("%1; prefix %2").arg(reason, printable(recognition.prefix, 100));
}

ArchitectureBanner::ArchitectureBanner(QWidget* parent)
    : QFrame(parent)
    , m_mark(new QLabel)
    , m_title(new QLabel)
    , m_because(new ElidedLabel)
    , m_names(new QLabel)
    , m_more(new QToolButton)
    , m_change(new QPushButton(tr("Change")))
{
    setFrameShape(QFrame::StyledPanel);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAccessibleDescription(tr("architecture"));
    m_because->setAccessibleDescription(tr("why this architecture"));
    m_names->setTextFormat(Qt::PlainText);
    m_names->setWordWrap(true);
    m_names->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_names->setAccessibleDescription(tr("names that decided"));
    m_names->hide();
    m_more->setText(tr("Evidence"));
    m_more->setCheckable(true);
    m_more->setToolTip(tr("The tensors whose names decided"));
    m_change->setToolTip(tr("Which network this is decides what is kept exact, and what a GGUF "
                            "file calls itself"));
    m_change->setMenu(new QMenu(m_change));
    m_more->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(6, 3, 6, 3);
    layout->addWidget(m_mark, 0, 0);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_because, 0, 2);
    layout->addWidget(m_more, 0, 3);
    layout->addWidget(m_change, 0, 4);
    layout->addWidget(m_names, 1, 1, 1, 4);
    layout->setColumnStretch(2, 1);
    connect(m_more, &QToolButton::toggled, m_names, &QWidget::setVisible);
    connect(m_change->menu(), &QMenu::aboutToShow, this, &ArchitectureBanner::fillMenu);
    setRecognition({});
}

void ArchitectureBanner::setRecognition(const Recognition& recognition)
{
    m_recognition = recognition;
    m_title->setText(architectureTitle(recognition));
    m_because->setText(evidenceText(recognition));
    QStringList names;
    for (const QString& name : recognition.evidence)
        names << printable(name, 400);
    m_names->setText(names.join(u'\n'));
    m_more->setVisible(!names.isEmpty());
    m_names->setVisible(!names.isEmpty() && m_more->isChecked());
    showMark();
}

/// When it opens: the architectures are data, and which of them is chosen changes.
void ArchitectureBanner::fillMenu()
{
    QMenu* menu = m_change->menu();
    menu->clear();
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, const QString& id, bool chosen) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(chosen);
        connect(action, &QAction::triggered, this, [this, id] { Q_EMIT architectureWished(id); });
    };
    const bool isChosen = m_recognition.isChosen;
    add(tr("As recognised"), {}, !isChosen);
    add(tr("None"), architectureNone, isChosen && !m_recognition.architecture);
    menu->addSeparator();
    for (const Architecture& architecture : architectures())
        add(architecture.title, architecture.id,
            isChosen && m_recognition.architecture == &architecture);
}

void ArchitectureBanner::showMark()
{
    const char* icon = m_recognition.architecture ? "passed" : "unknown";
    m_mark->setPixmap(tintedIcon(QLatin1StringView(icon), palette().color(QPalette::WindowText),
        fontMetrics().height(), devicePixelRatioF()));
}

void ArchitectureBanner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMark();
}

} // namespace aq
