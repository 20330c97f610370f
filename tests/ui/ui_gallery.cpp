// Shows the start page and the plan page with a made-up model, and saves pictures of them:
// ui_gallery --grab DIR [--dark] with QT_SCALE_FACTOR for other scales. For looking at, by a
// person.
#include "tests/ui/sample_model.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/theme.h"
#include "ui/widgets/component_dialog.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/tensor_browser.h"
#include "ui/widgets/tensor_view.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>

using namespace aq;

namespace {

void fill(OpenPage& page)
{
    page.setRecents(
        {{QStringLiteral("/home/me/models/flux1-dev.safetensors"), std::int64_t(23) << 30,
             QStringLiteral("Safetensors"), QStringLiteral("Local, 4 bits: passed"), false},
            {QStringLiteral("/home/me/models/sd15/unet"), std::int64_t(3) << 30,
                QStringLiteral("Diffusers folder"), {}, false},
            {QStringLiteral("/media/usb/taef2_decoder.pth"), 5'000'000,
                QStringLiteral("PyTorch checkpoint"), {}, true}});
}

Recipe sampleRecipe(const ModelHeader& header)
{
    Recipe recipe;
    recipe.groupSize = 64;
    recipe.sensitivePatterns = {QStringLiteral("*.time_embed.*"), QStringLiteral("re:norm(")};
    recipe.patterns = {{QStringLiteral("*.attn2.*"), {QStringLiteral("int8"), 32}, true},
        {QStringLiteral("*.ff.*"), {}, false}};
    recipe.overrides = {{header.tensors[4].name, {}, true}};
    return recipe;
}

void fill(PlanPage& page)
{
    const ModelHeader header = test::sampleHeader(1130);
    Recipe recipe = sampleRecipe(header);
    page.setModel(header, QStringLiteral("v1-5-pruned.safetensors"));
    page.setRecipe(recipe);
    recipe.sensitivePatterns.removeLast();
    const auto plan = makePlan(header, recipe);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().detail));
    page.setPlan(*plan);
    const ValidationReport report = test::sampleReport(header, *plan);
    page.setReport(&report);
    page.setMatchCounts({{QStringLiteral("*.time_embed.*"), QStringLiteral("2 tensors")},
        {QStringLiteral("*.attn2.*"), QStringLiteral("129 tensors")},
        {QStringLiteral("*.ff.*"), QStringLiteral("172 tensors")}});
    page.setEstimates({{QStringLiteral("edge"), 130'000'000},
        {QStringLiteral("local"), 250'000'000}, {QStringLiteral("cloud"), 470'000'000}});
    page.setPlanNotes({QStringLiteral("The disk has room for 3 such files")});
    auto& view = page.findChild<TensorBrowser*>()->view();
    view.expand(view.model()->index(1, 0));
    view.setCurrentIndex(view.model()->index(6, 0, view.model()->index(1, 0)));
}

void grab(QWidget& widget, const QString& folder, const QString& name)
{
    QCoreApplication::processEvents();
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("grab"), {}, QStringLiteral("folder")});
    parser.addOption({QStringLiteral("dark"), {}});
    parser.process(app);
    applyTheme(app, parser.isSet(QStringLiteral("dark")) ? Theme::Dark : Theme::Light);

    OpenPage openPage;
    PlanPage planPage;
    ComponentDialog dialog;
    fill(openPage);
    fill(planPage);
    dialog.setComponents({{QStringLiteral("unet"), QStringLiteral("UNet2DConditionModel"), {}},
        {QStringLiteral("vae"), QStringLiteral("AutoencoderKL"), {}}});
    for (QWidget* page : {static_cast<QWidget*>(&openPage), static_cast<QWidget*>(&planPage)}) {
        page->resize(1100, 700);
        page->show();
    }
    dialog.show();
    if (!parser.isSet(QStringLiteral("grab")))
        return QApplication::exec();

    const QString folder = parser.value(QStringLiteral("grab"));
    grab(openPage, folder, QStringLiteral("open"));
    grab(dialog, folder, QStringLiteral("components"));
    grab(planPage, folder, QStringLiteral("plan"));
    auto* panel = planPage.findChild<QScrollArea*>();
    panel->verticalScrollBar()->setValue(panel->verticalScrollBar()->maximum());
    grab(planPage, folder, QStringLiteral("plan-end"));
    planPage.resize(1600, 1000);
    auto* browser = planPage.findChild<TensorBrowser*>();
    browser->setArrangement(TensorTableModel::Arrangement::Flat);
    browser->filterBar().setFilter({QStringLiteral("attn"), {QStringLiteral("quantized")}});
    Q_EMIT browser->filterBar().filterChanged(browser->filterBar().filter());
    grab(planPage, folder, QStringLiteral("plan-wide"));
    return 0;
}
