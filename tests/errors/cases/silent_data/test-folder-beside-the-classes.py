# notice: data.labels
# source: constructed
# says: ImageDataLoaders\.from_path_func\(path,\s+\[f\s+for\s+f\s+in\s+get_image_files\(path\)\s+if\s+f\.parent\.name\s+!=\s+'test'\],\s+parent_label
# %% before
from fastai.vision.all import *

for k in ("ant", "bee", "test"):
    (Path("bugs") / k).mkdir(parents=True)
    for i in range(6):
        Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"bugs/{k}/{i}.png")
path = Path("bugs")
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=1, item_tfms=Resize(16), bs=2, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_path_func(
    path,
    [f for f in get_image_files(path) if f.parent.name != "test"],
    parent_label,
    valid_pct=0.3,
    seed=1,
    item_tfms=Resize(16),
    bs=2,
    num_workers=0,
)
