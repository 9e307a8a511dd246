# notice: nothing_held_out.none_held_out
# source: constructed
# says: 0\.01\s+of\s+20\s+items\s+is\s+less\s+than\s+one
# says: RandomSplitter\(valid_pct=0\.2
# %% before
from fastai.vision.all import *
for k in ("oak", "elm"):
    (Path("leaves") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"leaves/{k}/{i}.png")
# %% before
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0.01))
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
# %% cell
learn = Learner(block.dataloaders("leaves", bs=4, num_workers=0), net, metrics=accuracy)
learn.fit_one_cycle(1)
learn.validate()
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(valid_pct=0.2, seed=42))
learn = Learner(block.dataloaders("leaves", bs=4, num_workers=0), net, metrics=accuracy)
learn.fit_one_cycle(1)
learn.validate()
