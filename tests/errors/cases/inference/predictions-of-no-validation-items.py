# rule: nothing_to_validate.no_items_held_out
# source: constructed
# says: validation set is empty: all 16 items
# says: learner.get_preds\(\) has nothing to\s+measure
# %% before
from fastai.vision.all import *
for part in ['train', 'val']:
    for kind in ['crack', 'whole']:
        where = Path('concrete')/part/kind
        where.mkdir(parents=True)
        for i in range(8): Image.new('RGB', (32, 32), (i*25, 60, 90)).save(where/f'{i}.png')
path = Path('concrete')
# %% fails
walls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), bs=4)
inspector = Learner(walls, nn.Sequential(nn.Flatten(), nn.Linear(3*32*32, 2)), loss_func=CrossEntropyLossFlat(), metrics=accuracy)
with inspector.no_bar(), inspector.no_logging(): inspector.fit(1)
def share_right(learner):
    preds, targs = learner.get_preds()
    return (preds.argmax(1) == targs).float().mean()

print(share_right(inspector))
# %% mended
walls = ImageDataLoaders.from_folder(path, item_tfms=Resize(32), bs=4, valid='val')
inspector = Learner(walls, nn.Sequential(nn.Flatten(), nn.Linear(3*32*32, 2)), loss_func=CrossEntropyLossFlat(), metrics=accuracy)
with inspector.no_bar(), inspector.no_logging(): inspector.fit(1)
def share_right(learner):
    preds, targs = learner.get_preds()
    return (preds.argmax(1) == targs).float().mean()

print(share_right(inspector))
