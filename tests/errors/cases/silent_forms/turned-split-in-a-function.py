# notice: turned_splits.train_is_held_out
# source: constructed
# %% before
from fastai.vision.all import *
Path('img').mkdir()
for i in range(10): Image.fromarray(np.random.randint(0, 255, (20, 20, 3), dtype=np.uint8)).save(f'img/{i}.png')
df = pd.DataFrame({'name': [f'img/{i}.png' for i in range(10)], 'kind': list('ab') * 5, 'is_train': [True] * 8 + [False] * 2})
def get_data():
    return DataBlock((ImageBlock, CategoryBlock), get_x=ColReader('name'), get_y=ColReader('kind'), item_tfms=Resize(20),
                    splitter=ColSplitter('is_train')).dataloaders(df, bs=2)
# %% cell
dls = get_data()
