#include "app/queue_questions.h"

#include "app/job_queue.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace aq {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueueQuestions)
};

} // namespace

QMessageBox* questionBox(
    QWidget& window, const QString& title, const QString& text, const QString& more)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, &window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

void askBeforeNewRun(QWidget& window, const JobQueue& queue, const QList<int>& ids,
    const QString* output, std::function<void()> go)
{
    QStringList lost;
    for (const int id : ids) {
        const QueuedJob* job = queue.find(id);
        if (!job || job->written.isEmpty())
            continue;
        if (!job->exported)
            lost << job->title;
        else if (job->written == (output ? *output : job->item.spec.output))
            lost << job->written;
    }
    if (lost.isEmpty())
        return go();
    QMessageBox* box = questionBox(window, Words::tr("Run again"),
        Words::tr("%n finished files are lost or replaced by this.", nullptr, int(lost.size())),
        lost.join(u'\n'));
    QPushButton* again = box->addButton(Words::tr("Run again"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(Words::tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(again, &QPushButton::clicked, box, [box, go = std::move(go)] {
        box->close();
        go();
    });
    box->open();
}

} // namespace aq
