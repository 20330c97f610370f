#include "ui/widgets/job_error_list.h"

#include "ui/text/error_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace aq {

JobErrorList::JobErrorList(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_list(new QTreeWidget)
    , m_advice(new QLabel)
{
    m_list->setHeaderLabels({tr("Where"), tr("What is wrong")});
    m_list->setAccessibleName(tr("Errors of the job"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_list->header()->resizeSection(0, fontMetrics().averageCharWidth() * 60);
    m_advice->setWordWrap(true);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setAccessibleDescription(tr("advice"));
    auto* copy = new QPushButton(tr("Copy errors"));
    connect(
        copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        Q_EMIT tensorActivated(item->text(0).section(QStringLiteral(": "), -1));
    });

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_advice, 1);
    bar->addWidget(copy);
    auto* filled = new QWidget;
    auto* column = new QVBoxLayout(filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addLayout(bar);
    auto* empty = new QLabel(tr("Nothing went wrong in this job."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(empty);
    m_pages->addWidget(filled);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
}

void JobErrorList::setErrors(const std::vector<Error>& errors, std::span<const TensorDone> done)
{
    m_list->clear();
    QList<QTreeWidgetItem*> items;
    const auto add = [&](const QString& where, const QString& what) {
        auto* item = new QTreeWidgetItem({where, what});
        item->setToolTip(0, where);
        item->setToolTip(1, what);
        items << item;
    };
    for (const Error& error : errors) {
        const ErrorText text = errorText(error);
        add(text.where, text.reason);
    }
    for (const TensorDone& tensor : done)
        if (!tensor.error.isEmpty())
            add(tensor.name, tr("Kept as it is: %1").arg(tensor.error));
    m_list->addTopLevelItems(items);
    m_advice->setText(errors.empty() ? QString() : errorText(errors.front()).advice);
    m_pages->setCurrentIndex(items.isEmpty() ? 0 : 1);
}

int JobErrorList::count() const { return m_list->topLevelItemCount(); }

QString JobErrorList::text() const
{
    QStringList lines;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        lines << m_list->topLevelItem(i)->text(0) + QStringLiteral(": ")
                + m_list->topLevelItem(i)->text(1);
    return lines.join(u'\n') + u'\n';
}

} // namespace aq
