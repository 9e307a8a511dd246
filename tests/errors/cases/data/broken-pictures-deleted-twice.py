# rule: files_deleted.gone_already
# source: fastbook, chapter 2, the cell run twice
# says: not there any more
# says: ran before, in cell \[\d+\]
# says: verify_images\(get_image_files\(folder\)\)
# says: missing_ok=True
# %% before
from fastai.vision.all import *
folder = Path('birds'); (folder/'robin').mkdir(parents=True)
for i in range(5): Image.new('RGB', (20, 20)).save(folder/'robin'/f'{i}.png')
(folder/'robin'/'3.png').write_text('nothing')
found = get_image_files(folder)
bad = verify_images(found)
# %% before
bad.map(Path.unlink);
# %% fails
bad.map(Path.unlink);
# %% mended
bad = verify_images(get_image_files(folder))
bad.map(Path.unlink);
