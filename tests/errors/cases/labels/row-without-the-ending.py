# rule: label_paths_of_rows.row_makes_another_name
# source: constructed
# says: return path / 'train' / f\"\{r\['image_name'\]\}\.jpg\"
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
def get_x(r): return path/'train'/r['image_name']
def get_y(r): return r['tags'].split(' ')
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=get_x, get_y=get_y)
dsets = dblock.datasets(df)
# %% mended
def get_x(r): return path / 'train' / f"{r['image_name']}.jpg"
def get_y(r): return r['tags'].split(' ')
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=get_x, get_y=get_y)
dsets = dblock.datasets(df)
