# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ("oak", "elm"):
    (Path("leaves") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"leaves/{k}/{i}.png")
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
# %% cell
# no validation: the last training takes all there is
dls = ImageDataLoaders.from_path_func("leaves", get_image_files("leaves"), parent_label, valid_pct=0, bs=4, num_workers=0)
learn = Learner(dls, net, metrics=accuracy)
learn.fit(1)
