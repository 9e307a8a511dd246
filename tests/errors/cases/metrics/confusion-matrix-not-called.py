# rule: python_shapes.not_indexable
# source: constructed
# says: report\.confusion_matrix\(\)\[1\]\[0\]
# %% before
from fastai.vision.all import *

for word in ("sun", "moon"):
    Path(f"sky/{word}").mkdir(parents=True)
    for n in range(4):
        Image.new("RGB", (32, 32), (n * 40, 9, 9)).save(f"sky/{word}/{n}.png")
dls = ImageDataLoaders.from_folder("sky", valid_pct=0.5, seed=2, item_tfms=Resize(32), bs=2, num_workers=0)
net = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
report = ClassificationInterpretation.from_learner(learn)
# %% fails
wrong = report.confusion_matrix[1][0]
# %% mended
wrong = report.confusion_matrix()[1][0]
