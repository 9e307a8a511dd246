# rule: scalars.tensor_in_format
# source: https://forums.fast.ai/t/lesson-1-official-topic/95287
# says: \{likely\[at\]:\.1%\}
# says: max
# %% before
from fastai.vision.all import *

for word in ("sun", "moon"):
    Path(f"sky/{word}").mkdir(parents=True)
    for n in range(4):
        Image.new("RGB", (32, 32), (n * 40, 9, 9)).save(f"sky/{word}/{n}.png")
dls = ImageDataLoaders.from_folder("sky", valid_pct=0.5, seed=2, item_tfms=Resize(32), bs=2, num_workers=0)
net = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2))
learn = Learner(dls, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
# %% fails
word, at, likely = learn.predict("sky/sun/1.png")
print(f"{word}: {likely:.1%}")
# %% mended
word, at, likely = learn.predict("sky/sun/1.png")
print(f"{word}: {likely[at]:.1%}")
