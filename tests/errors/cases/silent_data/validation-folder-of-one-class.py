# notice: splits.one_class_in_valid
# source: constructed
# says: of\s+class\s+elm
# says: woods/later\s+has\s+nothing\s+of\s+birch\s+and\s+oak|woods/later\s+has\s+nothing\s+of\s+oak\s+and\s+birch
# says: RandomSplitter\(valid_pct=0\.2,\s+seed=42\)
# %% before
from fastai.vision.all import *
for part, kinds in (("first", ("birch", "elm", "oak")), ("later", ("elm",))):
    for k in kinds:
        (Path("woods") / part / k).mkdir(parents=True)
        for i in range(5): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"woods/{part}/{k}/{part}{i}.png")
# %% cell
woods = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=GrandparentSplitter('first', 'later'))
dls = woods.dataloaders("woods", bs=4, num_workers=0)
# %% mended
woods = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label,
                  splitter=RandomSplitter(valid_pct=0.2, seed=42))
dls = woods.dataloaders("woods", bs=4, num_workers=0)
