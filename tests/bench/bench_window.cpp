// How long the longest event of the window is, and how much memory it takes, with a model of very
// many tensors: bench_window [tensors]. Prints a line per action, as docs/benchmarks.md has them,
// and fails when one is over 50 ms of the window's thread or 200 MiB.
#include "app/layout_part.h"
#include "app/main_window.h"
#include "app/packed_recipe.h"
#include "app/process_memory.h"
#include "app/session.h"
#include "tests/bench/bench_clock.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/tensor_browser.h"
#include "ui/widgets/tensor_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <unistd.h>

using namespace aq;

namespace {

/// Knows how long each event took that was delivered from the event loop.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        const BenchClock clock(1); // Of this thread: others on the machine do not count.
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, 1e3 * clock.seconds());
        return done;
    }
    double longest = 0; ///< Milliseconds.

private:
    int m_depth = 0;
};

/// A figure of this process in MiB: "VmRSS" now, "VmHWM" at most since forgetPeak().
double memoryMiB(const char* what)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(what))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

// What the window promises with 100,000 tensors.
constexpr double mostMs = 50, mostMiB = 200;
QStringList missed;

TimedApplication& app() { return static_cast<TimedApplication&>(*qApp); }

/// Until `done`, and then until nothing happens for a while.
void settle(const std::function<bool()>& done = [] { return true; })
{
    QElapsedTimer patience;
    patience.start();
    while (!done() && patience.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    for (int i = 0; i < 15; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QTest::qSleep(10);
    }
}

/// Runs an action as an event of its own and prints what it cost.
void measure(
    const char* what, const std::function<void()>& action,
    const std::function<bool()>& done = [] { return true; })
{
    settle();
    forgetPeak();
    app().longest = 0;
    QElapsedTimer wall;
    wall.start();
    QMetaObject::invokeMethod(qApp, action, Qt::QueuedConnection);
    QCoreApplication::processEvents();
    settle(done);
    const double longest = app().longest, peak = memoryMiB("VmHWM");
    std::printf("| %s | %.1f | %.0f | %.0f | %.0f |\n", what, longest, double(wall.elapsed()) - 150,
        peak, memoryMiB("VmRSS"));
    std::fflush(stdout);
    if (longest > mostMs || peak > mostMiB)
        missed << QString::fromUtf8(what);
}

/// A safetensors file of matrices and vectors in blocks, 128 bytes each.
bool writeModel(const QString& path, int tensors)
{
    static constexpr const char* parts[] = {"attn.to_q.weight", "attn.to_k.weight",
        "attn.to_v.weight", "attn.to_out.0.weight", "attn.to_out.0.bias", "norm1.weight",
        "norm2.weight", "ff.net.0.proj.weight", "ff.net.2.weight", "ff.net.2.bias"};
    QByteArray header("{");
    for (int i = 0; i < tensors; ++i) {
        const char* part = parts[i % 10];
        const bool isVector = QByteArrayView(part).endsWith("bias") || i % 10 == 5 || i % 10 == 6;
        header += i ? ",\"" : "\"";
        header += "model.diffusion_model.transformer_blocks." + QByteArray::number(i / 10) + '.'
            + part + "\":{\"dtype\":\"F16\",\"shape\":" + (isVector ? "[64]" : "[8,8]")
            + ",\"data_offsets\":[" + QByteArray::number(i * 128LL) + ','
            + QByteArray::number((i + 1) * 128LL) + "]}";
    }
    header += '}';
    header += QByteArray((8 - header.size() % 8) % 8, ' ');
    QFile file(path);
    const qint64 size = header.size();
    return file.open(QIODevice::WriteOnly)
        && file.write(reinterpret_cast<const char*>(&size), sizeof size) == sizeof size
        && file.write(header) == size && file.resize(file.size() + 128LL * tensors);
}

int choiceOf(const TensorView& view, bool (*wanted)(const ActionChoice&))
{
    for (int i = 0; i < int(view.choices().size()); ++i)
        if (wanted(view.choices()[i]))
            return i;
    return -1;
}

/// The window and what the steps below take hold of.
struct Desk {
    explicit Desk(const Settings& settings)
        : window(settings)
    {
        window.resize(1440, 900);
        window.show();
    }
    MainWindow window;
    TensorBrowser& browser = *window.findChild<TensorBrowser*>();
    TensorView& view = browser.view();
    QLineEdit& text = *browser.filterBar().findChild<QLineEdit*>();
    RecipeHistory& history = window.session().history();
    std::function<bool()> planned = [this] { return window.session().planner().plan() != nullptr; };
    int rows() const { return int(browser.table().rows().size()); }
};

void lookAround(Desk& desk)
{
    TensorView& view = desk.view;
    measure("expand all blocks", [&] { view.expandAll(); });
    measure("scroll to the end",
        [&] { view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum()); });
    measure("scroll by pages", [&] {
        for (int i = 0; i < 10; ++i)
            QTimer::singleShot(10 * i, &view,
                [&] { view.verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub); });
    });
    for (const char* typed : {"a", "at", "att", "attn", "attn.to_q", "*attn*", "re:attn\\.to_[qk]"})
        measure(qPrintable(QStringLiteral("`filter: %1`").arg(QLatin1StringView(typed))),
            [&] { desk.text.setText(QLatin1StringView(typed)); });
    measure("`filter: nothing`", [&] { desk.text.clear(); });
    measure("flat list", [&] { desk.browser.setArrangement(TensorTableModel::Arrangement::Flat); });
    measure("sort by size",
        [&] { view.sortByColumn(int(TensorColumn::BytesAfter), Qt::DescendingOrder); });
    measure(
        "sort by name", [&] { view.sortByColumn(int(TensorColumn::Name), Qt::DescendingOrder); });
    measure("sort by why", [&] { view.sortByColumn(int(TensorColumn::Why), Qt::AscendingOrder); });
    measure("`filter: attn, sorted`", [&] { desk.text.setText(QStringLiteral("attn")); });
    measure("`filter: nothing, sorted`", [&] { desk.text.clear(); });
    measure("file order", [&] { view.sortByColumn(-1, Qt::AscendingOrder); });
}

void editAll(Desk& desk)
{
    TensorView& view = desk.view;
    const int keep = choiceOf(view, [](const ActionChoice& choice) { return choice.isKeep(); });
    const int reset = choiceOf(view, [](const ActionChoice& choice) { return !choice.action; });
    QUndoStack& stack = desk.history.stack();
    measure("select all", [&] { view.selectAll(); });
    measure(
        "set type of all", [&] { view.setType(2); }, desk.planned);
    measure(
        "another type of all", [&] { view.setType(3); }, desk.planned);
    measure(
        "keep all", [&] { view.setType(keep); }, desk.planned);
    measure(
        "undo", [&] { stack.undo(); }, desk.planned);
    measure(
        "lock all", [&] { view.lock(); }, desk.planned);
    measure("select one", [&] { view.setCurrentIndex(view.model()->index(70'000, 0)); });
    measure(
        "another type for one", [&] { view.setType(4); }, desk.planned);
    measure("select all again", [&] { view.selectAll(); });
    measure(
        "reset all", [&] { view.setType(reset); }, desk.planned);
    measure(
        "undo again", [&] { stack.undo(); }, desk.planned);
    measure(
        "redo", [&] { stack.redo(); }, desk.planned);
    measure(
        "undo the rest", [&] { stack.setIndex(0); }, desk.planned);
    measure(
        "blocks again", [&] { desk.browser.setArrangement(TensorTableModel::Arrangement::Tree); });
    Recipe recipe = desk.window.planPage().recipe();
    recipe.keepBelowElements = 0;
    measure(
        "another limit for small ones", [&] { desk.history.edit(recipe, QStringLiteral("limit")); },
        desk.planned);
    recipe.scheme = QStringLiteral("int8");
    measure(
        "another type by default", [&] { desk.history.edit(recipe, QStringLiteral("type")); },
        desk.planned);
}

/// A plan of as many choices as tensors: to a file and back, and into the settings.
void keepPlan(Desk& desk, const QString& file, const QString& settings)
{
    Session& session = desk.window.session();
    desk.browser.setArrangement(TensorTableModel::Arrangement::Flat);
    desk.view.selectAll();
    bool done = false;
    QObject::connect(&session, &Session::planSaved, &session, [&] { done = true; });
    QObject::connect(&session, &Session::failed, &session, [](const Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.detail));
        std::exit(1);
    });
    const auto noted = [&] {
        return unpackedRecipe(desk.window.settings().lastRecipe)->overrides.size()
            == std::size_t(desk.rows());
    };
    measure(
        "set type of all, note the session", [&] { desk.view.setType(2); },
        [&] { return desk.window.settings().lastRecipe.startsWith('{') == false; });
    if (!noted())
        missed << QStringLiteral("the noted session is another one");
    QFile packed(settings);
    if (!packed.open(QIODevice::WriteOnly) || packed.write(desk.window.settings().lastRecipe) < 0)
        std::exit(1);
    measure(
        "save the plan", [&] { session.savePlan(file); }, [&] { return done; });
    measure(
        "undo it", [&] { desk.history.stack().undo(); }, desk.planned);
    measure(
        "load the plan", [&] { session.loadPlan(file); },
        [&] { return !desk.history.recipe().overrides.empty() && desk.planned(); });
    measure("close the model", [&] { session.closeModel(); });
}

/// The next start of the program: a process of its own.
void restore(const QString& model, const QString& packed)
{
    QFile file(packed);
    Settings settings;
    if (!file.open(QIODevice::ReadOnly))
        std::exit(1);
    settings.lastRecipe = file.readAll();
    settings.lastModel = model;
    Desk desk(settings);
    measure(
        "restore the session", [&] { desk.window.findChild<LayoutPart*>()->restoreSession(); },
        [&] { return !desk.history.recipe().overrides.empty() && desk.planned(); });
    if (desk.rows() == 0)
        missed << QStringLiteral("nothing was restored");
}

int told()
{
    for (const QString& what : missed)
        std::fprintf(stderr, "over %.0f ms or %.0f MiB: %s\n", mostMs, mostMiB, qPrintable(what));
    return missed.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    keepHeapSmall();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    TimedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1StringView("--restore")) {
        restore(arguments[2], arguments[3]);
        return told();
    }
    const int tensors = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("many.safetensors"));
    const QString packed = folder.filePath(QStringLiteral("session"));
    if (!writeModel(path, tensors))
        return 1;
    std::printf("| action | longest event, ms | all, ms | peak RSS, MiB | RSS after, MiB |\n"
                "|---|--:|--:|--:|--:|\n");
    {
        Desk desk{Settings()};
        measure("window without a model", [] {});
        measure(
            "open and plan", [&] { desk.window.openModel(path); }, desk.planned);
        if (desk.rows() != tensors)
            return std::printf("only %d rows\n", desk.rows()), 1;
        lookAround(desk);
        editAll(desk);
        keepPlan(desk, folder.filePath(QStringLiteral("plan.json")), packed);
    }
    if (QProcess::execute(
            QCoreApplication::applicationFilePath(), {QStringLiteral("--restore"), path, packed}))
        missed << QStringLiteral("the next start");
    return told();
}
