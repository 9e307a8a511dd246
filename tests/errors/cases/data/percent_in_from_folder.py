# rule: items_found.none_for_training
# source: constructed
# says: 2500 %
# says: share
# says: valid_pct=0\.25
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{kind}{i}.jpg")
# %% fails
dls = ImageDataLoaders.from_folder("trees", valid_pct=25, item_tfms=Resize(16), bs=4)
# %% mended
dls = ImageDataLoaders.from_folder("trees", valid_pct=0.25, item_tfms=Resize(16), bs=4)
