/* A plain C99 program with libarrowquant: a table of two layers in, their codes out. Expected
 * values are worked out by hand: without search, 2-bit codes of the weights 0 1 2 3 are these
 * numbers with scale (3 - 0) / 3 and zero point 0. */
#include <arrowquant.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int released = 0;

/* Everything that is handed out lives here, longer than the call. */
static const char names[] = "countconstant";
static const int32_t nameEnds[] = {0, 5, 13};
static const float weights[] = {0, 1, 2, 3, 3, 2, 5, 5, 5};
static const int32_t weightEnds[] = {0, 6, 9};
static const void* nameBuffers[] = {NULL, nameEnds, names};
static const void* listBuffers[] = {NULL, weightEnds};
static const void* itemBuffers[] = {NULL, weights};
static const void* tableBuffers[] = {NULL};

static void releaseSchema(struct ArrowSchema* schema)
{
    int64_t i;
    for (i = 0; i < schema->n_children; ++i)
        if (schema->children[i]->release)
            schema->children[i]->release(schema->children[i]);
    ++released;
    schema->release = NULL;
}

static void releaseArray(struct ArrowArray* array)
{
    int64_t i;
    for (i = 0; i < array->n_children; ++i)
        if (array->children[i]->release)
            array->children[i]->release(array->children[i]);
    ++released;
    array->release = NULL;
}

static struct ArrowSchema schemaOf(
    const char* name, const char* format, int64_t count, struct ArrowSchema** children)
{
    struct ArrowSchema schema;
    memset(&schema, 0, sizeof schema);
    schema.name = name;
    schema.format = format;
    schema.n_children = count;
    schema.children = children;
    schema.release = releaseSchema;
    return schema;
}

static struct ArrowArray arrayOf(int64_t length, const void** buffers, int64_t bufferCount,
    int64_t count, struct ArrowArray** children)
{
    struct ArrowArray array;
    memset(&array, 0, sizeof array);
    array.length = length;
    array.buffers = buffers;
    array.n_buffers = bufferCount;
    array.n_children = count;
    array.children = children;
    array.release = releaseArray;
    return array;
}

static void expect(int isTrue, const char* what)
{
    if (isTrue)
        return;
    fprintf(stderr, "failed: %s (%s)\n", what, arrowquant_last_error());
    exit(1);
}

static int quantizeTable(struct ArrowSchema* type, struct ArrowArray* batch)
{
    struct ArrowSchema item = schemaOf("item", "f", 0, NULL), *itemOnly[1];
    struct ArrowSchema name = schemaOf("layer_name", "u", 0, NULL), list, table, *columns[2];
    struct ArrowArray floats = arrayOf(9, itemBuffers, 2, 0, NULL), *floatsOnly[1];
    struct ArrowArray texts = arrayOf(2, nameBuffers, 3, 0, NULL), lists, rows, *values[2];
    struct arrowquant_options options;

    itemOnly[0] = &item;
    list = schemaOf("weights", "+l", 1, itemOnly);
    columns[0] = &name;
    columns[1] = &list;
    table = schemaOf("", "+s", 2, columns);
    floatsOnly[0] = &floats;
    lists = arrayOf(2, listBuffers, 2, 1, floatsOnly);
    values[0] = &texts;
    values[1] = &lists;
    rows = arrayOf(2, tableBuffers, 1, 2, values);

    arrowquant_options_init(&options);
    options.bit_width = 2;
    options.search = ARROWQUANT_SEARCH_NONE;
    return arrowquant_quantize_batch(&table, &rows, &options, type, batch, NULL);
}

int main(void)
{
    struct ArrowSchema type;
    struct ArrowArray batch;
    const int32_t* ends;
    const unsigned char* codes;
    const float *scales, *zeros;

    expect(quantizeTable(&type, &batch) == ARROWQUANT_DONE, "the call");
    expect(released == 8, "four types and four arrays are released");
    expect(strcmp(type.children[1]->name, "quantized_data") == 0, "the second column's name");
    expect(batch.length == 2, "two rows");
    ends = batch.children[1]->buffers[1];
    codes = batch.children[1]->buffers[2];
    expect(ends[0] == 0 && ends[1] == 2 && ends[2] == 3, "where codes end");
    expect(codes[0] == 0xe4 && codes[1] == 0x0b, "codes 0 1 2 3 3 2");
    scales = batch.children[2]->children[0]->buffers[1];
    zeros = batch.children[3]->children[0]->buffers[1];
    expect(scales[0] == 1 && zeros[0] == 0, "scale and zero point of 0 to 3");
    expect(((float)(codes[2] & 3) - zeros[1]) * scales[1] == 5, "a constant is exact");
    batch.release(&batch);
    type.release(&type);
    expect(strcmp(arrowquant_last_error(), "") == 0, "no error is left");
    printf("libarrowquant %s\n", arrowquant_version());
    return 0;
}
