# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ("oak", "elm"):
    (Path("leaves") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"leaves/{k}/{i}.png")
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
# %% before
leaves = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0.3))
learn = Learner(leaves.dataloaders("leaves", bs=4, num_workers=0), net, metrics=accuracy)
learn.fit(1)
# %% cell
more = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=IndexSplitter([]))
learn.dls = more.dataloaders("leaves", bs=4, num_workers=0)
learn.fit(1)
