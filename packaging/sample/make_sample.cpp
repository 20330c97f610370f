// Writes the sample model that packaging/run opens: the tensor names and shapes of a Stable
// Diffusion 1.5 UNet at a fifth of its width, F16, with heavy-tailed weights and uneven output
// channels as in trained networks. The same program writes the same bytes on every machine.
//
//     arrowquant-sample OUT.safetensors

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

struct Tensor {
    std::string name;
    std::vector<std::int64_t> shape;

    std::int64_t rows() const { return shape.size() > 1 ? shape[0] : 1; }
    std::int64_t elements() const
    {
        std::int64_t product = 1;
        for (const std::int64_t extent : shape)
            product *= extent;
        return product;
    }
};

/// The layers of the network, in the order in which a checkpoint lists them.
class Network {
public:
    std::vector<Tensor> tensors;

    void conv(const std::string& name, int out, int in, int kernel)
    {
        tensors.push_back({name + ".weight", {out, in, kernel, kernel}});
        tensors.push_back({name + ".bias", {out}});
    }
    void linear(const std::string& name, int out, int in, bool bias = true)
    {
        tensors.push_back({name + ".weight", {out, in}});
        if (bias)
            tensors.push_back({name + ".bias", {out}});
    }
    void norm(const std::string& name, int channels)
    {
        tensors.push_back({name + ".weight", {channels}});
        tensors.push_back({name + ".bias", {channels}});
    }
    void residual(const std::string& name, int in, int out)
    {
        norm(name + ".in_layers.0", in);
        conv(name + ".in_layers.2", out, in, 3);
        linear(name + ".emb_layers.1", out, embedding);
        norm(name + ".out_layers.0", out);
        conv(name + ".out_layers.3", out, out, 3);
        if (in != out)
            conv(name + ".skip_connection", out, in, 1);
    }
    void attention(const std::string& name, int channels)
    {
        norm(name + ".norm", channels);
        conv(name + ".proj_in", channels, channels, 1);
        const std::string block = name + ".transformer_blocks.0";
        for (const auto& [part, context] : {std::pair{".attn1", channels}, {".attn2", text}}) {
            linear(block + part + ".to_q", channels, channels, false);
            linear(block + part + ".to_k", channels, context, false);
            linear(block + part + ".to_v", channels, context, false);
            linear(block + part + ".to_out.0", channels, channels);
        }
        linear(block + ".ff.net.0.proj", 8 * channels, channels);
        linear(block + ".ff.net.2", channels, 4 * channels);
        for (const char* index : {"1", "2", "3"})
            norm(block + ".norm" + index, channels);
        conv(name + ".proj_out", channels, channels, 1);
    }

    static constexpr int embedding = 256; ///< Width of the time embedding.
    static constexpr int text = 192;      ///< Width of the text encoder's states.
};

std::vector<Tensor> unet()
{
    constexpr std::array width{64, 128, 256, 256};
    const std::string prefix = "model.diffusion_model.";
    Network net;
    net.linear(prefix + "time_embed.0", Network::embedding, width[0]);
    net.linear(prefix + "time_embed.2", Network::embedding, Network::embedding);

    const auto at
        = [&](const char* side, int index) { return prefix + side + '.' + std::to_string(index); };
    net.conv(at("input_blocks", 0) + ".0", width[0], 4, 3);
    std::vector<int> skipped{width[0]};
    int channels = width[0], index = 1;
    for (std::size_t level = 0; level < width.size(); ++level) {
        for (int repeat = 0; repeat < 2; ++repeat, ++index) {
            net.residual(at("input_blocks", index) + ".0", channels, width[level]);
            channels = width[level];
            if (level < 3)
                net.attention(at("input_blocks", index) + ".1", channels);
            skipped.push_back(channels);
        }
        if (level < 3) {
            net.conv(at("input_blocks", index++) + ".0.op", channels, channels, 3);
            skipped.push_back(channels);
        }
    }
    net.residual(prefix + "middle_block.0", channels, channels);
    net.attention(prefix + "middle_block.1", channels);
    net.residual(prefix + "middle_block.2", channels, channels);
    for (int level = 3, block = 0; level >= 0; --level) {
        for (int repeat = 0; repeat < 3; ++repeat, ++block) {
            const std::string name = at("output_blocks", block);
            net.residual(name + ".0", channels + skipped.back(), width[std::size_t(level)]);
            skipped.pop_back();
            channels = width[std::size_t(level)];
            if (level < 3)
                net.attention(name + ".1", channels);
            if (level > 0 && repeat == 2)
                net.conv(name + (level < 3 ? ".2.conv" : ".1.conv"), channels, channels, 3);
        }
    }
    net.norm(prefix + "out.0", channels);
    net.conv(prefix + "out.2", 4, channels, 3);
    return net.tensors;
}

/// splitmix64: short, and the same everywhere.
class Random {
public:
    double uniform() ///< In (0, 1).
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return (double((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
    }
    /// Sum of four uniforms, stretched towards the tails: unit variance within a percent.
    double heavyTailed()
    {
        const double bell
            = (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772;
        return bell * (0.82 + 0.18 * bell * bell);
    }

private:
    std::uint64_t m_state = 20;
};

std::uint16_t toHalf(double value)
{
    const _Float16 half = static_cast<_Float16>(value);
    std::uint16_t bits;
    std::memcpy(&bits, &half, sizeof bits);
    return bits;
}

std::string headerOf(const std::vector<Tensor>& tensors)
{
    std::string json = R"({"__metadata__":{"format":"pt","modelspec.title":"ArrowQuant sample"})";
    std::int64_t offset = 0;
    for (const Tensor& tensor : tensors) {
        json += ",\"" + tensor.name + R"(":{"dtype":"F16","shape":[)";
        for (std::size_t i = 0; i < tensor.shape.size(); ++i)
            json += (i ? "," : "") + std::to_string(tensor.shape[i]);
        json += "],\"data_offsets\":[" + std::to_string(offset) + ',';
        offset += 2 * tensor.elements();
        json += std::to_string(offset) + "]}";
    }
    json += '}';
    json.append((8 - json.size() % 8) % 8, ' ');
    return json;
}

bool write(std::FILE* file, const void* data, std::size_t bytes)
{
    return std::fwrite(data, 1, bytes, file) == bytes;
}

bool writeModel(std::FILE* file)
{
    const std::vector<Tensor> tensors = unet();
    const std::string header = headerOf(tensors);
    std::array<unsigned char, 8> size{};
    for (std::size_t i = 0; i < size.size(); ++i)
        size[i] = static_cast<unsigned char>(header.size() >> (8 * i));
    if (!write(file, size.data(), size.size()) || !write(file, header.data(), header.size()))
        return false;

    Random random;
    std::vector<std::uint16_t> row;
    for (const Tensor& tensor : tensors) {
        const std::int64_t columns = tensor.elements() / tensor.rows();
        const double base = tensor.shape.size() > 1 ? 1 / std::sqrt(double(columns)) : 0.1;
        row.resize(std::size_t(columns));
        for (std::int64_t r = 0; r < tensor.rows(); ++r) {
            // 2^k/4 by multiplication only: no libm result may decide a byte.
            double scale = base;
            for (double steps = random.uniform() * 8; steps > 1; steps -= 1)
                scale *= 1.189207115002721;
            std::generate(
                row.begin(), row.end(), [&] { return toHalf(random.heavyTailed() * scale); });
            if (!write(file, row.data(), row.size() * 2))
                return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: arrowquant-sample OUT.safetensors\n");
        return 2;
    }
    std::FILE* file = std::fopen(argv[1], "wb");
    if (!file || !writeModel(file) || std::fclose(file) != 0) {
        std::perror(argv[1]);
        return 5;
    }
    return 0;
}
