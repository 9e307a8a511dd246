# notice: labels_alike.split_at_the_wrong_sign
# source: constructed
# %% before
from fastai.vision.all import *
from PIL import Image
Path('trip').mkdir()
rows = []
for i in range(24):
    Image.new('RGB', (16, 16), (i * 8, 9, 9)).save(f'trip/{i}.png')
    rows.append((f'trip/{i}.png', ['beach;sun', 'beach', 'city;rain', 'rain;beach', 'sun;city'][i % 5]))
trip = pd.DataFrame(rows, columns=['file', 'tags'])
def get_data():
    return ImageDataLoaders.from_df(trip, path='.', fn_col='file', label_col='tags', label_delim=',', valid_pct=0.2, bs=4, num_workers=0)
# %% cell
dls = get_data()
