# notice: nothing_held_out.none_held_out
# source: constructed
# says: no\s+validation\s+set
# says: metrics\s+are\s+None
# says: RandomSplitter\(valid_pct=0\.2,\s+seed=42\)
# %% before
from fastai.vision.all import *
for k in ("oak", "elm"):
    (Path("leaves") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"leaves/{k}/{i}.png")
# %% cell
leaves = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(0))
loaders = leaves.dataloaders("leaves", bs=4, num_workers=0)
tree_learner = Learner(loaders, nn.Sequential(nn.Flatten(), nn.Linear(768, 2)), metrics=[error_rate])
tree_learner.fit(1)
# %% mended
leaves = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, splitter=RandomSplitter(valid_pct=0.2, seed=42))
loaders = leaves.dataloaders("leaves", bs=4, num_workers=0)
tree_learner = Learner(loaders, nn.Sequential(nn.Flatten(), nn.Linear(768, 2)), metrics=[error_rate])
tree_learner.fit(1)
