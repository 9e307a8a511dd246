# rule: heads_named.last_layer
# source: constructed
# says: body and head
# says: seer\.model\[1\]\[8\]
# %% before
from fastai.vision.all import *

for kind, shade in (("day", 230), ("night", 20)):
    for i in range(6):
        where = Path("sky") / kind
        where.mkdir(parents=True, exist_ok=True)
        PILImage.create(np.full((32, 32, 3), shade + i, dtype=np.uint8)).save(where / f"{i}.png")
dls = ImageDataLoaders.from_folder("sky", valid_pct=0.25, seed=1, bs=4, num_workers=0)
seer = vision_learner(dls, resnet18, pretrained=False)
# %% fails
print(seer.model.fc.weight.shape)
# %% mended
print(seer.model[1][8].weight.shape)
