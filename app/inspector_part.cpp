#include "app/inspector_part.h"

#include "app/session.h"
#include "core/base/printable.h"
#include "ui/charts/heat_map_view.h"
#include "ui/pages/plan_page.h"
#include "ui/text/plan_text.h"
#include "ui/widgets/inspector_panel.h"

#include <QAction>
#include <QDockWidget>
#include <algorithm>

namespace aq {
namespace {

QString emptyText()
{
    return InspectorPart::tr("Select a tensor in the table of the plan to see its values.");
}

constexpr int selectionPause = 120; ///< Milliseconds: a held arrow key asks for the last one.
constexpr int patience = 250;       ///< Milliseconds without a picture until progress is shown.
constexpr std::int64_t mostElements = 32 << 20; ///< Of larger tensors a sample is quicker.

QString sourceTypeOf(const TensorInfo& tensor)
{
    const Scheme* scheme = tensor.encoding ? schemeNamed(tensor.encoding->scheme) : nullptr;
    return QString::fromLatin1(scheme ? scheme->title : nameOf(tensor.dtype));
}

std::int64_t indexOf(const ModelHeader& header, const QString& name)
{
    const auto found = std::ranges::find(header.tensors, name, &TensorInfo::name);
    return found == header.tensors.end() ? -1 : found - header.tensors.begin();
}

/// Whether two wishes have the same picture.
bool isSame(const PictureRequest& a, const PictureRequest& b)
{
    if (a.tensor != b.tensor || a.plan.has_value() != b.plan.has_value()
        || &a.source.opened() != &b.source.opened() || a.importance != b.importance
        || a.written.path() != b.written.path())
        return false;
    return !a.plan
        || (a.plan->scheme == b.plan->scheme && a.plan->options == b.plan->options
            && a.plan->storedShape == b.plan->storedShape && a.target == b.target);
}

} // namespace

InspectorPart::InspectorPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_panel(new InspectorPanel)
    , m_dock(&shell.addDock(
          QStringLiteral("inspector"), tr("Tensor inspector"), m_panel, Qt::RightDockWidgetArea))
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(selectionPause);
    QAction* toggle = m_dock->toggleViewAction();
    toggle->setText(tr("Tensor &inspector"));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    toggle->setToolTip(tr("Shows the values of the selected tensor"));
    connect(&m_soon, &QTimer::timeout, this, &InspectorPart::ask);
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible)
            askSoon();
    });
    connect(m_panel, &InspectorPanel::sideChanged, this, &InspectorPart::askSoon);
    connect(m_panel, &InspectorPanel::mapPartWished, this, &InspectorPart::askForMaps);
    connect(&m_pictures, &QFutureWatcher<Pictured>::finished, this, &InspectorPart::take);
    connect(&m_pictures, &QFutureWatcher<Pictured>::progressValueChanged, this, [this](int value) {
        if (m_clock.elapsed() > patience)
            m_panel->setProgress(value / 10);
    });
    connect(&m_maps, &QFutureWatcher<Pictured>::finished, this, &InspectorPart::takeMaps);
    connect(&shell.planPage(), &PlanPage::currentTensorChanged, this, &InspectorPart::select);
    connect(&shell.planPage(), &PlanPage::inspectRequested, this, [this](const QString& name) {
        select(name);
        show();
    });
    connectSession();
    m_panel->setWrittenAvailable(false);
    m_panel->clear(emptyText());
}

InspectorPart::~InspectorPart()
{
    m_pictures.cancel();
    m_maps.cancel();
    m_pool.waitForDone();
}

void InspectorPart::connectSession()
{
    Session& session = m_shell.session();
    connect(&session, &Session::opened, this, [this] { select({}); });
    connect(&session, &Session::closed, this, [this] { select({}); });
    connect(&session.queue(), &JobQueue::changed, this, &InspectorPart::findWritten);
    connect(&session.planner(), &Planner::planned, this, &InspectorPart::askSoon);
}

void InspectorPart::select(const QString& name)
{
    if (name.isEmpty() && !m_name.isEmpty() && m_shell.session().model()
        && indexOf(m_shell.session().model().header(), m_name) >= 0)
        return; // A block was selected: the last tensor stays in sight.
    m_name = name;
    findWritten();
    askSoon();
}

void InspectorPart::show()
{
    m_dock->show();
    m_dock->raise();
}

void InspectorPart::askSoon()
{
    m_maps.cancel();
    m_soon.start();
}

/// The file that the session wrote last, once more from the start: its header is read aside.
void InspectorPart::findWritten()
{
    const QueuedJob* job = m_shell.session().model() ? m_shell.session().lastFile() : nullptr;
    const QString path = job ? job->written : QString();
    if (path == m_writtenPath)
        return;
    m_writtenPath = path;
    m_written = {};
    m_panel->setWrittenAvailable(false);
    if (path.isEmpty())
        return;
    m_shell.session().runAside([path] { return openModel(path); },
        [this, path](const Result<ModelSource>& opened) {
            if (!opened || path != m_writtenPath)
                return;
            m_written = *opened;
            m_panel->setWrittenAvailable(true);
        });
}

/// Nothing: there is no such tensor, or its plan is on its way.
std::optional<PictureRequest> InspectorPart::request() const
{
    const Session& session = m_shell.session();
    PictureRequest request{.source = session.model(), .mostElements = mostElements};
    request.tensor = request.source ? indexOf(request.source.header(), m_name) : -1;
    if (request.tensor < 0)
        return {};
    if (m_panel->side() == InspectorPanel::Side::Written && m_written) {
        request.written = m_written;
        return request;
    }
    const PlanFacts& facts = m_shell.session().planner().facts();
    if (facts.plan) {
        request.plan = facts.plan->tensors[std::size_t(request.tensor)];
        request.target = facts.plan->target;
        request.importance = facts.importance;
    }
    return request;
}

QString InspectorPart::about(const PictureRequest& request) const
{
    const TensorInfo& tensor = request.source.header().tensors[std::size_t(request.tensor)];
    const QString shape = shapeText(tensor.shape), type = sourceTypeOf(tensor);
    if (!request.plan || !request.plan->scheme)
        return tr("%1 · %2").arg(shape, type);
    return tr("%1 · %2 → %3")
        .arg(shape, type, plannedText(request.plan->scheme, request.plan->options));
}

void InspectorPart::ask()
{
    if (!m_dock->isVisible())
        return;
    const auto wish = request();
    if (!wish) {
        m_pictures.cancel();
        m_asked.reset();
        return m_panel->clear(emptyText());
    }
    m_panel->setTensor(m_name, about(*wish));
    const TensorInfo& tensor = wish->source.header().tensors[std::size_t(wish->tensor)];
    if (!isFloat(tensor.dtype)) {
        m_pictures.cancel();
        m_asked.reset();
        return m_panel->showHint(tr("%1 values are not weights: they are copied as they are.")
                                     .arg(QLatin1StringView(nameOf(tensor.dtype))));
    }
    if (m_asked && isSame(*m_asked, *wish)) // A plan that leaves this tensor alone.
        return;
    m_asked = wish;
    m_pictures.cancel();
    m_clock.start();
    m_pictures.setFuture(startPicture(m_pool, *wish));
}

void InspectorPart::askForMaps()
{
    auto wish = request();
    if (!wish || m_soon.isActive())
        return;
    const MatrixPart part = m_panel->mapPart();
    wish->mapsOnly = true;
    wish->firstRow = part.firstRow;
    wish->rows = part.rows;
    wish->firstColumn = part.firstColumn;
    wish->columns = part.columns;
    m_maps.cancel();
    m_maps.setFuture(startPicture(m_pool, *wish));
}

void InspectorPart::take()
{
    const QFuture<Pictured> future = m_pictures.future();
    if (future.isCanceled() || future.resultCount() == 0)
        return;
    const Result<TensorPicture> picture = future.result().picture;
    if (!picture)
        return m_panel->showError(picture.error());
    m_panel->setPicture(std::make_shared<const TensorPicture>(*picture));
}

void InspectorPart::takeMaps()
{
    const QFuture<Pictured> future = m_maps.future();
    if (future.isCanceled() || future.resultCount() == 0)
        return;
    const Result<TensorPicture> picture = future.result().picture;
    if (picture && m_panel->picture() && picture->name == m_panel->picture()->name)
        m_panel->setMaps(std::make_shared<const TensorPicture>(*picture));
}

} // namespace aq
