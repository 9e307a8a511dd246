# rule: data_from_csv.table_before_folder
# source: constructed
# says: from_csv\(path, 'labels\.csv'
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% before
df.to_csv(path/'labels.csv', index=False)
# %% fails
dls = ImageDataLoaders.from_csv('labels.csv', path, folder='train', suff='.jpg', label_delim=' ', item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_csv(path, 'labels.csv', folder='train', suff='.jpg', label_delim=' ', item_tfms=Resize(32), bs=4)
