# rule: labels_passed_over.classes_never_collected
# source: constructed
# says: species of birds
# says: 2 rows
# says: dropna\(subset=\['species'\]\)
# %% before
from fastai.vision.all import *
for i in range(8):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"b{i}.png")
birds = pd.DataFrame({"img": [f"b{i}.png" for i in range(8)], "species": ["Wren", "Robin"] * 4})
birds.loc[[4, 6], "species"] = None
# %% fails
block = DataBlock(
    (ImageBlock, CategoryBlock),
    get_x=ColReader("img"),
    get_y=lambda r: r["species"].lower(),
    splitter=IndexSplitter([0, 7]),
)
dls = block.dataloaders(birds, bs=2)
# %% mended
birds = birds.dropna(subset=["species"])
block = DataBlock(
    (ImageBlock, CategoryBlock),
    get_x=ColReader("img"),
    get_y=lambda r: r["species"].lower(),
    splitter=IndexSplitter([0, 5]),
)
dls = block.dataloaders(birds, bs=2)
