# rule: folder_searched.searched_in_items
# source: constructed; forums.fast.ai, "expected str, bytes or os.PathLike object, not DataFrame"
# says: get_image_files searches a folder
# says: labels_df
# says: get_items
# %% before
from fastai.vision.all import *
for i in range(6):
    Image.new("RGB", (20, 20), (40 * i, 0, 9)).save(f"leaf{i}.png")
labels_df = pd.DataFrame({"image": [f"leaf{i}.png" for i in range(6)], "kind": ["oak", "elm"] * 3})
# %% fails
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    get_x=ColReader("image"),
    get_y=ColReader("kind"),
    splitter=RandomSplitter(seed=2),
)
dls = leaves.dataloaders(labels_df, bs=2)
# %% mended
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_x=ColReader("image"),
    get_y=ColReader("kind"),
    splitter=RandomSplitter(seed=2),
)
dls = leaves.dataloaders(labels_df, bs=2)
