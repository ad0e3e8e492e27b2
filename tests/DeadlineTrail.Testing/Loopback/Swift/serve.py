"""OpenStack Swift with its S3 API in one folder, as four processes that live as long as this one's standard input is open.

serve.py FOLDER USER PAGE-SIZE PORT-OF-PROXY PORT-OF-ACCOUNT PORT-OF-CONTAINER PORT-OF-OBJECT
"""
import ctypes
import importlib
import os
import signal
import sys

from swift.common import storage_policy, utils
from swift.common.ring import RingBuilder
from swift.common.wsgi import run_wsgi

folder, user, page = sys.argv[1:4]
ports = dict(zip(('proxy', 'account', 'container', 'object'), map(int, sys.argv[4:8])))

COMMON = '[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = {port}\nworkers = 0\nuser = {user}\nswift_dir = {folder}\nlog_level = ERROR\n'
STORE = COMMON + '''devices = {folder}/data
mount_check = false
fallocate_reserve = 0
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
'''
PROXY = COMMON + '''[pipeline:main]
pipeline = catch_errors healthcheck cache listing_formats s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
# Nothing listens there, and nothing is needed.
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
max_bucket_listing = {page}
check_bucket_owner = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
'''


def write(name, text):
    with open(os.path.join(folder, name), 'w') as file:
        file.write(text)


def ring(kind):
    """One device, one replica, no wait before the next change."""
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': ports[kind], 'device': 'disk', 'weight': 1.0,
                     'replication_ip': '127.0.0.1', 'replication_port': ports[kind], 'meta': ''})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, kind + '.ring.gz'))


def serve(kind):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # PR_SET_PDEATHSIG: no server outlives the process that answers for it, however that ends.
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    with open(os.path.join(folder, kind + '.log'), 'w') as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    module = importlib.import_module({'proxy': 'swift.proxy.server', 'object': 'swift.obj.server'}.get(kind, f'swift.{kind}.server'))
    options = {'global_conf_callback': module.global_conf_callback} if hasattr(module, 'global_conf_callback') else {}
    sys.exit(run_wsgi(os.path.join(folder, kind + '.conf'), kind + '-server', **options))


os.makedirs(os.path.join(folder, 'data', 'disk'), exist_ok=True)
write('swift.conf', '[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b\n[storage-policy:0]\nname = p0\ndefault = yes\n')
utils.set_swift_dir(folder)
storage_policy.reload_storage_policies()
for kind in ports:
    write(kind + '.conf', (PROXY if kind == 'proxy' else STORE).format(kind=kind, port=ports[kind], user=user, folder=folder, page=page))
    if kind != 'proxy':
        ring(kind)

# All four or none: whoever started this looks into the logs when it ends.
signal.signal(signal.SIGCHLD, lambda *_: os._exit(1))
children = []
for kind in ports:
    child = os.fork()
    if child == 0:
        serve(kind)
    children.append(child)

while os.read(0, 1):
    pass
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
for child in children:
    os.kill(child, signal.SIGKILL)
