#include "core/plan/recipe.h"

#include <QCoreApplication>
#include <array>

namespace aq {

namespace {

// Values: seed-systems A1.3. The last row is upstream's base_mode(), which has no card of its own.
constexpr std::array table{
    Profile{.id = "edge",
        .title = "Edge",
        .hardware = QT_TRANSLATE_NOOP("Profiles", "2–4 GB RAM, ARM64"),
        .bits = 2,
        .groupSize = 256,
        .minCosine = 0.65,
        .timeGroups = 5,
        .timeAware = true,
        .spatial = false,
        .calibrationSamples = 32,
        .targetSizeMb = 35,
        .storageMb = 50},
    Profile{.id = "local",
        .title = "Local",
        .hardware = QT_TRANSLATE_NOOP("Profiles", "8+ GB RAM, x86-64 with AVX2"),
        .bits = 4,
        .groupSize = 128,
        .minCosine = 0.85,
        .timeGroups = 10,
        .timeAware = true,
        .spatial = true,
        .calibrationSamples = 128,
        .targetSizeMb = 200,
        .storageMb = 500},
    Profile{.id = "cloud",
        .title = "Cloud",
        .hardware = QT_TRANSLATE_NOOP("Profiles", "32+ GB RAM, GPU"),
        .bits = 8,
        .groupSize = 64,
        .minCosine = 0.95,
        .timeGroups = 20,
        .timeAware = true,
        .spatial = true,
        .calibrationSamples = 512,
        .targetSizeMb = 2000,
        .storageMb = 5000},
    Profile{.id = "base",
        .title = "Base",
        .hardware = QT_TRANSLATE_NOOP("Profiles", "any"),
        .bits = 4,
        .groupSize = 128,
        .minCosine = 0.90,
        .timeGroups = 1,
        .timeAware = false,
        .spatial = false,
        .calibrationSamples = 128,
        .targetSizeMb = 0,
        .storageMb = 0,
        .streaming = false},
};
constexpr std::array sizes{32, 64, 128, 256, 0};

} // namespace

std::span<const Profile> profiles() { return std::span(table).first(3); }

const Profile* profileNamed(QStringView id)
{
    for (const Profile& profile : table)
        if (id == QLatin1StringView(profile.id))
            return &profile;
    return nullptr;
}

std::span<const int> groupSizes() { return sizes; }

void applyProfile(Recipe& recipe, const Profile& profile)
{
    recipe.profile = QLatin1StringView(profile.id);
    recipe.scheme = QStringLiteral("int%1").arg(profile.bits);
    recipe.groupSize = profile.groupSize;
    recipe.minCosine = profile.minCosine;
    recipe.keepSensitive = profile.keepSensitive;
    recipe.timeGroups = profile.timeGroups;
    recipe.timeAware = profile.timeAware;
    recipe.spatial = profile.spatial;
    recipe.calibrationSamples = profile.calibrationSamples;
}

Recipe recipeFor(const Profile& profile)
{
    Recipe recipe;
    applyProfile(recipe, profile);
    return recipe;
}

} // namespace aq
