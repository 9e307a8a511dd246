# rule: learners_indexed.not_a_function
# source: constructed
# says: learner\.dls\.valid_ds\[2\]
# %% before
from fastai.vision.all import *

for kind, shade in (("day", 230), ("night", 20)):
    for i in range(8):
        where = Path("sky") / kind
        where.mkdir(parents=True, exist_ok=True)
        PILImage.create(np.full((32, 32, 3), shade + i, dtype=np.uint8)).save(where / f"{i}.png")
dls = ImageDataLoaders.from_folder("sky", valid_pct=0.25, seed=1, bs=4, num_workers=0)
learner = Learner(
    dls,
    nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)),
    loss_func=CrossEntropyLossFlat(),
)
learner.fit(1)
# %% fails
photo, kind = learner.dls.valid_ds(2)
# %% mended
photo, kind = learner.dls.valid_ds[2]
