// The functions of arrowquant.h: own the inputs, read the options, hand the result out.
#include "core/table/arrowquant.h"

#include "core/table/capi_call.h"
#include "core/table/capi_options.h"
#include "core/table/capi_tables.h"
#include "core/table/compare_tables.h"
#include "core/table/dequantize_table.h"

#include <functional>

using namespace aq;

namespace {

/// Outputs say that there is nothing, until there is.
template <typename... Struct>
void clear(Struct*... structs)
{
    const auto one = [](auto* out) {
        if (out)
            *out = {};
    };
    (one(structs), ...);
}

Answer missing(const char* parameter)
{
    return wrongUsage(
        QStringLiteral("%1 is null, or was released").arg(QLatin1StringView(parameter)));
}

Answer noOutput(const char* parameter)
{
    return wrongUsage(QStringLiteral("%1 is null").arg(QLatin1StringView(parameter)));
}

/// Of a call with two tables, whose columns have names in common.
Answer inTable(const char* parameter, const Error& error)
{
    Answer answer = answerTo(error);
    answer.why.prepend(QStringLiteral("%1: ").arg(QLatin1StringView(parameter)));
    return answer;
}

/// A row of `errors` for each bad layer; none where a table could not be read at all.
void give(const std::vector<LayerError>& errors, ArrowArrayStream* out)
{
    if (out)
        *out = errorStream(errors).give();
}

Answer rejected(const Error& error, ArrowArrayStream* errors)
{
    Answer answer = answerTo(error);
    if (answer.status == ARROWQUANT_INPUT_REJECTED)
        give({}, errors);
    return answer;
}

/// How a call ends that has made batches, or none because of bad layers.
Answer answerTo(const std::vector<LayerError>& errors, const arrowquant_options& options)
{
    if (errors.empty())
        return {};
    return {options.continue_on_error ? ARROWQUANT_SOME_FAILED : ARROWQUANT_INPUT_REJECTED,
        linesOf(errors)};
}

bool hasResult(const Answer& answer)
{
    return answer.status == ARROWQUANT_DONE || answer.status == ARROWQUANT_SOME_FAILED;
}

using ReadWeights = std::function<Result<WeightTable>()>;
/// Hands a result out; may refuse to.
using GiveBatches = std::function<Answer(QuantizedBatches& result, const Answer& end)>;

/// What both ways to quantize have in common.
Answer quantize(const arrowquant_options* options, const ReadWeights& read,
    const GiveBatches& giveBatches, ArrowArrayStream* errors)
{
    const auto chosen = readOptions(options);
    if (!chosen)
        return answerTo(chosen.error());
    const auto table = read();
    if (!table)
        return rejected(table.error(), errors);
    auto result = quantizeTable(*table, tableOptions(*chosen), tableControl(*chosen));
    if (!result)
        return answerTo(result.error());
    CStream listed = errors ? errorStream(result->errors) : CStream();
    Answer end = answerTo(result->errors, *chosen);
    if (hasResult(end))
        end = giveBatches(*result, end);
    if (errors)
        *errors = listed.give();
    return end;
}

Answer giveOneBatch(
    QuantizedBatches& result, const Answer& end, ArrowSchema* schema, ArrowArray* batch)
{
    if (result.batches.size() > 1)
        return {ARROWQUANT_INPUT_REJECTED,
            QStringLiteral("the result takes %1 batches with 32-bit offsets; ask for large offsets")
                .arg(result.batches.size())};
    CSchema type;
    CArray array;
    exportField(result.schema, type.get());
    exportArray(std::move(result.batches.front()), array.get());
    *schema = type.give();
    *batch = array.give();
    return end;
}

} // namespace

const char* arrowquant_version(void) { return AQ_VERSION; }

void arrowquant_options_init(arrowquant_options* options)
{
    if (!options)
        return;
    *options = {};
    options->struct_size = sizeof *options;
    options->bit_width = 4;
    options->group_size = 128;
    options->search = ARROWQUANT_SEARCH_BALANCED;
    options->strict = 1;
    options->min_cosine = 0.85;
}

int arrowquant_quantize(ArrowArrayStream* weights, const arrowquant_options* options,
    ArrowArrayStream* quantized, ArrowArrayStream* errors)
{
    CStream input(weights);
    clear(quantized, errors);
    return answer([&]() -> Answer {
        if (!input)
            return missing("weights");
        if (!quantized)
            return noOutput("quantized");
        return quantize(
            options, [&] { return readWeightTable(input.get()); },
            [&](QuantizedBatches& result, const Answer& end) {
                *quantized = streamOf(std::move(result.schema), std::move(result.batches)).give();
                return end;
            },
            errors);
    });
}

int arrowquant_quantize_batch(ArrowSchema* schema, ArrowArray* batch,
    const arrowquant_options* options, ArrowSchema* quantized_schema, ArrowArray* quantized_batch,
    ArrowArrayStream* errors)
{
    CSchema type(schema);
    CArray input(batch);
    clear(quantized_schema, quantized_batch, errors);
    return answer([&]() -> Answer {
        if (!type)
            return missing("schema");
        if (!input)
            return missing("batch");
        if (!quantized_schema)
            return noOutput("quantized_schema");
        if (!quantized_batch)
            return noOutput("quantized_batch");
        return quantize(
            options, [&] { return readWeightBatch(*type, input.get()); },
            [&](QuantizedBatches& result, const Answer& end) {
                return giveOneBatch(result, end, quantized_schema, quantized_batch);
            },
            errors);
    });
}

int arrowquant_dequantize(
    ArrowArrayStream* quantized, const arrowquant_options* options, ArrowArrayStream* weights)
{
    CStream input(quantized);
    clear(weights);
    return answer([&]() -> Answer {
        if (!input)
            return missing("quantized");
        if (!weights)
            return noOutput("weights");
        const auto chosen = readOptions(options);
        if (!chosen)
            return answerTo(chosen.error());
        const auto table = readQuantizedTable(input.get());
        if (!table)
            return answerTo(table.error());
        auto result = dequantizeTable(*table, tableOptions(*chosen), tableControl(*chosen));
        if (!result)
            return answerTo(result.error());
        Answer end = answerTo(result->errors, *chosen);
        if (hasResult(end))
            *weights = streamOf(std::move(result->schema), std::move(result->batches)).give();
        return end;
    });
}

int arrowquant_validate(ArrowArrayStream* weights, ArrowArrayStream* quantized,
    const arrowquant_options* options, ArrowArrayStream* report)
{
    CStream input(weights), compared(quantized);
    clear(report);
    return answer([&]() -> Answer {
        if (!input)
            return missing("weights");
        if (!compared)
            return missing("quantized");
        if (!report)
            return noOutput("report");
        const auto chosen = readOptions(options);
        if (!chosen)
            return answerTo(chosen.error());
        const auto before = readWeightTable(input.get());
        if (!before)
            return inTable("weights", before.error());
        const auto after = readQuantizedTable(compared.get());
        if (!after)
            return inTable("quantized", after.error());
        auto result = compareTables(
            *before, *after, chosen->min_cosine, chosen->threads, tableControl(*chosen));
        if (!result)
            return answerTo(result.error());
        *report = streamOf(std::move(result->schema), std::move(result->batches)).give();
        return result->passed ? Answer()
                              : Answer{ARROWQUANT_BELOW_THRESHOLD, linesOf(result->failures)};
    });
}

const char* arrowquant_last_error(void) { return lastAnswer(); }
