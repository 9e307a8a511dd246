# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path("pets")
for c in ["cat", "dog"]:
    (path/c).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(path/c/f"{i}.jpg")
dls = ImageDataLoaders.from_folder(path, valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
def small_net(n_out): return nn.Sequential(nn.Flatten(), nn.Linear(3*32*32, n_out))
small_net.calls = 0
# %% cell
for made in [small_net(dls.c), partial(small_net, n_out=2)(), xresnet18(n_out=dls.c)]:
    learn = Learner(dls, made, loss_func=CrossEntropyLossFlat())
    learn.fit(1)
print(small_net.calls)
