-- 100,000 rooms of the last three years, most of them long done, with ten of bench0003 … bench1002
-- in each; bench0001 is one more of those, and bench0002 is in a fifth of all rooms besides.
WITH made AS (
  INSERT INTO rooms (room_id, title, incident_type, severity, status, location, description, created_by, created_at,
                     updated_at, last_activity_at, resolved_at, resolution_notes, archived_at, member_count, version,
                     published_version)
  SELECT uuidv7(n * interval '-15 minutes'),
         format('%s %s AX-%s',
                (ARRAY['3 號線烤箱', '沖壓機', '二號機台', '輸送帶', '焊接站', '冷卻水塔', '射出成型機', '包裝線'])[1 + n % 8],
                (ARRAY['溫度異常', '壓力不足', '馬達過熱', '更換軸承', '感測器無訊號', '待料中', '異音持續'])[1 + n % 7],
                4000 + n % 997),
         (ARRAY['EQUIPMENT_FAILURE', 'MATERIAL_SHORTAGE', 'QUALITY_ISSUE', 'SAFETY', 'OTHER'])[1 + n % 5],
         (ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n / 5 % 4],
         CASE WHEN n < 2000 THEN 'ACTIVE' WHEN n < 30000 THEN 'RESOLVED' ELSE 'ARCHIVED' END,
         format('Line %s', 1 + n % 40),
         (ARRAY['please check the bearing before the next shift', 'oven over temperature, 85 °C and rising',
                'waiting for parts from the supplier'])[1 + n % 3] || repeat('，已通知維修並請品保複檢', 4),
         'bench0003@plant.example', now() - n * interval '15 minutes', now() - n * interval '14 minutes',
         now() - n * interval '13 minutes', CASE WHEN n < 2000 THEN NULL ELSE now() - n * interval '14 minutes' END,
         CASE WHEN n < 2000 THEN NULL ELSE '已更換' END, CASE WHEN n < 30000 THEN NULL ELSE now() - n * interval '13 minutes' END,
         10, 1, 1
  FROM generate_series(1, 100000) n
  RETURNING room_id, created_at),
numbered AS (SELECT room_id, created_at, row_number() OVER (ORDER BY room_id) AS n FROM made)
INSERT INTO room_members (room_id, user_id, role, joined_at)
SELECT room_id, format('bench%s@plant.example', lpad((CASE place WHEN 0 THEN 1 ELSE 2 + place END)::text, 4, '0')),
       CASE k WHEN 0 THEN 'OWNER' ELSE 'EDITOR' END, created_at
FROM numbered, generate_series(0, 9) k, LATERAL (SELECT (n * 7919 + k * 101) % 1000 AS place) spread
UNION ALL
SELECT room_id, 'bench0002@plant.example', 'VIEWER', created_at FROM numbered WHERE n / 7 % 5 = 0
