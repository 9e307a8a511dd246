# notice: data.labels
# source: https://github.com/fastai/fastai/issues/1552
# says: 'test'\s+is\s+a\s+class
# says: ImageDataLoaders\.from_folder\(path/'train',\s+valid_pct=0\.3
# %% before
from fastai.vision.all import *

for k in ("train/ant", "train/bee", "test"):
    (Path("bugs") / k).mkdir(parents=True)
    for i in range(6):
        Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"bugs/{k}/{i}.png")
path = Path("bugs")
# %% cell
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=1, item_tfms=Resize(16), bs=2, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_folder(
    path / "train", valid_pct=0.3, seed=1, item_tfms=Resize(16), bs=2, num_workers=0
)
