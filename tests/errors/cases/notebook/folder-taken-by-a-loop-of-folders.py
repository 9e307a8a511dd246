# rule: folders_taken.by_what_is_in_it
# source: constructed
# says: loop .?for path in path\.iterdir\(\)
# says: path = Path\('pets'\)
# %% before
from pathlib import Path
path = Path('pets')
for kind in ('cat', 'dog'):
    (path/kind).mkdir(parents=True)
(path/'notes.txt').write_text('two kinds')
(path/'notes.txt').rename('pets/cat/notes.txt')
for path in path.iterdir():
    if path.is_dir():
        files = list(path.iterdir())
# %% fails
def look(name): return (path/'cat'/name).read_text()
look('notes.txt')
# %% mended
path = Path('pets')
look = lambda name: (path/'cat'/name).read_text()
look('notes.txt')
