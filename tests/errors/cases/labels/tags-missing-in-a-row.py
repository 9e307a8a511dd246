# rule: labels_passed_over.classes_never_collected
# source: constructed; the planet data set with an empty cell
# says: tags of planet
# says: row 3
# says: planet = planet.dropna\(subset=\['tags'\]\)
# %% before
from fastai.vision.all import *
for i in range(8):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"sat{i}.png")
planet = pd.DataFrame({"chip": [f"sat{i}.png" for i in range(8)], "tags": ["clear road"] * 3 + [None] + ["haze"] * 4})
# %% fails
def tags_of(row): return row.tags.split()
sats = DataBlock((ImageBlock, MultiCategoryBlock), get_x=ColReader("chip"), get_y=tags_of, splitter=IndexSplitter([6, 7]))
dls = sats.dataloaders(planet, bs=2)
# %% mended
planet = planet.dropna(subset=["tags"])
def tags_of(row): return row.tags.split()
sats = DataBlock((ImageBlock, MultiCategoryBlock), get_x=ColReader("chip"), get_y=tags_of, splitter=IndexSplitter([5, 6]))
dls = sats.dataloaders(planet, bs=2)
