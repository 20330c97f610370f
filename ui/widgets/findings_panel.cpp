#include "ui/widgets/findings_panel.h"

#include "core/base/printable.h"
#include "ui/models/recipe_edits.h"
#include "ui/text/finding_text.h"
#include "ui/text/plain_tip.h"
#include "ui/text/units.h"
#include "ui/widgets/flow_layout.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace aq {
namespace {

QLabel* textLabel(const QString& description)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleDescription(description);
    return label;
}

const Repair* repairNamed(const Finding& finding, const Repair& like)
{
    const auto found = std::ranges::find_if(finding.repairs, [&](const Repair& repair) {
        return qstrcmp(repair.id, like.id) == 0 && repairText(repair) == repairText(like);
    });
    return found == finding.repairs.end() ? nullptr : &*found;
}

/// The same repair for each of the findings that offer it.
std::vector<Repair> repairsLike(
    const Repair& like, const std::vector<Finding>& all, const std::vector<int>& of)
{
    std::vector<Repair> repairs;
    for (const int i : of) {
        if (const Repair* same = repairNamed(all[std::size_t(i)], like))
            repairs.push_back(*same);
    }
    return repairs;
}

bool isUrgent(const Finding& finding)
{
    return finding.severity != Severity::Note && !finding.repairs.empty();
}

} // namespace

std::optional<Repair> suggestedRepair(std::span<const Finding> findings)
{
    std::vector<Repair> repairs;
    for (const Finding& finding : findings) {
        if (!isUrgent(finding))
            continue;
        if (finding.repairs.front().target)
            return finding.repairs.front();
        repairs.push_back(finding.repairs.front());
    }
    return repairs.empty() ? std::nullopt : std::optional(joined(repairs));
}

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new FindingsModel(this))
    , m_view(new QTreeView)
    , m_state(textLabel(tr("findings")))
    , m_what(textLabel(tr("finding")))
    , m_why(textLabel(tr("why it matters")))
    , m_details(new QWidget)
    , m_repairs(new QWidget)
    , m_all(new QPushButton(tr("Repair all")))
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Findings"));
    m_view->setWhatsThis(tr("What the program that the file is for would stumble over. Choose one "
                            "to see its tensor, why it matters, and how it can be repaired."));
    m_view->setUniformRowHeights(true); // Ten thousand lines are not measured one by one.
    m_view->setAlternatingRowColors(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setIndentation(m_view->indentation() * 2 / 3);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(0, 38 * fontMetrics().averageCharWidth());
    QFont bold = m_what->font();
    bold.setBold(true);
    m_what->setFont(bold);
    new FlowLayout(m_repairs);

    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->addWidget(m_what);
    details->addWidget(m_why);
    details->addWidget(m_repairs);
    auto* top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_all, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_details);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FindingsPanel::showCurrent);
    connect(m_all, &QPushButton::clicked, this, &FindingsPanel::repairAll);
    setFindings(std::make_shared<const std::vector<Finding>>(), {}, nullptr);
}

/// What was looked at stays current, or what is left of its kind.
void FindingsPanel::setFindings(
    const FindingsPtr& findings, const QStringList& tensorNames, const Target* target)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_model->setFindings(findings, tensorNames);
    const bool any = !findings->empty();
    m_view->setVisible(any);
    m_state->setText(!target ? tr("There is no plan yet.")
            : any            ? countsText(*findings)
                             : allClearText(*target));
    const auto suggested = suggestedRepair(*findings);
    m_all->setVisible(any);
    m_all->setEnabled(suggested.has_value());
    const auto urgent = std::ranges::count_if(*findings, isUrgent);
    m_all->setToolTip(!suggested ? tr("Notes need no repair")
            : suggested->target
            ? repairText(*suggested)
            : tr("Makes the suggested repair of each finding that blocks or is slow: %1")
                  .arg(countText(urgent)));
    const QModelIndex like = m_model->lineLike(m_lastId.constData(), m_lastTensor);
    m_view->setCurrentIndex(like.isValid() ? like : m_model->index(0, 0));
    showCurrent();
}

void FindingsPanel::showCurrent()
{
    const std::vector<int> members = m_model->findingsOf(m_view->currentIndex());
    m_details->setVisible(!members.empty());
    clearRepairs();
    if (members.empty())
        return;
    const Finding& finding = m_model->findings()[std::size_t(members.front())];
    m_lastId = finding.id;
    m_lastTensor = members.size() > 1 ? -1 : finding.tensor; // -1: the line of its kind.
    const QString name = printable(m_model->tensorName(finding), 400);
    m_what->setText(members.size() > 1
            ? tr("%1: %2 tensors").arg(kindText(finding), countText(std::int64_t(members.size())))
            : name.isEmpty() ? sentence(printable(whatText(finding), 400))
                             : tr("%1: %2").arg(name, printable(whatText(finding), 400)));
    m_why->setText(sentence(whyText(finding)));
    addRepairs(members);
    if (!m_isShowing && members.size() == 1 && finding.tensor >= 0)
        Q_EMIT tensorChosen(int(finding.tensor));
}

/// One of them may be what was just clicked.
void FindingsPanel::clearRepairs()
{
    if (m_repairs->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
    for (auto* button : m_repairs->findChildren<QPushButton*>()) {
        button->setParent(nullptr);
        button->deleteLater();
    }
}

void FindingsPanel::addRepairs(const std::vector<int>& findings)
{
    const Finding& first = m_model->findings()[std::size_t(findings.front())];
    for (const Repair& like : first.repairs) {
        const auto repairs = repairsLike(like, m_model->findings(), findings);
        const bool several = repairs.size() > 1 && !like.target;
        const QString text = several
            ? tr("%1 (%2)").arg(repairText(like), countText(std::int64_t(repairs.size())))
            : repairText(like);
        auto* button = new QPushButton(text, m_repairs);
        button->setToolTip(&like == &first.repairs.front() ? tr("Suggested") : QString());
        m_repairs->layout()->addWidget(button);
        button->show();
        const QString name = findings.size() == 1 ? m_model->tensorName(first) : QString();
        const QString what = name.isEmpty() ? text : tr("%1: %2").arg(text, name);
        connect(button, &QPushButton::clicked, this,
            [this, repair = joined(repairs), what] { Q_EMIT repairWished(repair, what); });
    }
}

void FindingsPanel::repairAll()
{
    if (const auto repair = suggestedRepair(m_model->findings()))
        Q_EMIT repairWished(
            *repair, repair->target ? repairText(*repair) : tr("Repair all findings"));
}

} // namespace aq
